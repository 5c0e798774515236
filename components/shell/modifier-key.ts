/** The cap of the key that goes with K: ⌘ on Apple's machines, Ctrl elsewhere. In the browser only. */
export function modifierKey(): '⌘' | 'Ctrl' {
  return /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl';
}
