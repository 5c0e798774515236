import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'normal' | 'quiet' | 'danger' | 'link';
export type ButtonSize = 'normal' | 'small';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-pressed',
  normal: 'border-edge-strong bg-surface text-text hover:bg-hover active:bg-pressed',
  quiet: 'border-transparent text-text hover:bg-hover active:bg-pressed',
  danger: 'border-transparent bg-danger-solid text-on-danger hover:bg-danger-text active:bg-danger-text',
  link: 'border-transparent text-link hover:text-link-hover hover:underline',
};
const off = 'cursor-default border-edge-strong bg-disabled text-text-disabled';
const quietOff = 'cursor-default border-transparent text-text-disabled';

/** Classes of a button, for everything that looks like one. */
export function buttonClass(options: {
  variant?: ButtonVariant;
  size?: ButtonSize;
  iconOnly?: boolean;
  isOff?: boolean;
}): string {
  const { variant = 'normal', size = 'normal', iconOnly, isOff } = options;
  const isPlain = variant === 'quiet' || variant === 'link';
  return clsx(
    'inline-flex shrink-0 items-center justify-center gap-8 rounded-6 border text-14 font-medium whitespace-nowrap transition-colors',
    size === 'small' ? 'h-control-small' : 'h-control',
    iconOnly ? (size === 'small' ? 'w-control-small' : 'w-control') : variant === 'link' ? 'px-4' : 'px-12',
    isOff ? (isPlain ? quietOff : off) : variants[variant],
  );
}
