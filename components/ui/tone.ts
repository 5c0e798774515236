export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info';

/** Ground, edge and text of each status; a new tone is one line here. */
export const toneClass: Record<Tone, string> = {
  neutral: 'border-neutral-edge bg-neutral-ground text-neutral-text',
  accent: 'border-accent-edge bg-accent-ground text-accent-text',
  success: 'border-success-edge bg-success-ground text-success-text',
  warning: 'border-warning-edge bg-warning-ground text-warning-text',
  danger: 'border-danger-edge bg-danger-ground text-danger-text',
  info: 'border-info-edge bg-info-ground text-info-text',
};

/** The solid colour of icons and bars. */
export const solidClass: Record<Tone, string> = {
  neutral: 'text-neutral-solid',
  accent: 'text-accent',
  success: 'text-success-solid',
  warning: 'text-warning-solid',
  danger: 'text-danger-solid',
  info: 'text-info-solid',
};
