/** Looks shared by everything that floats: menus, lists of choices, popovers. */
export const popupClass =
  'rounded-8 border border-edge-strong bg-raised text-14 text-text shadow-2 outline-none transition-opacity duration-140 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0';
export const listClass = 'max-h-(--available-height) overflow-y-auto overscroll-contain p-4';
export const optionClass =
  'flex min-h-control-small cursor-default items-center gap-8 rounded-4 px-8 py-4 outline-none select-none data-[disabled]:text-text-disabled data-[highlighted]:bg-hover';
export const groupLabelClass = 'px-8 pt-8 pb-4 text-12 font-medium text-muted';
export const separatorClass = 'my-4 h-px bg-edge';
