/**
 * True when what would close a popup is a press on the button that opened it, or the focus going there with it: the
 * button's own click closes the popup, and must not find it closed already.
 */
export function isPressOn(anchor: HTMLElement | null, event: Event): boolean {
  if (!anchor || event instanceof KeyboardEvent) return false;
  const place = event instanceof FocusEvent ? event.relatedTarget : event.target;
  return place instanceof Node && anchor.contains(place);
}
