/** Keeps escapes as they came, and dots from meaning a folder: a variable never leaves its place in an address. */
export function encodePathKeepingEscapes(text: string): string {
  return text
    .split('/')
    .map((segment) => {
      const isDots = /^(\.|%2e){1,2}$/i.test(segment);
      if (isDots) return segment.replaceAll(/\.|%2e/gi, '%252E');
      return encodeURIComponent(segment).replaceAll(/%25([0-9A-Fa-f]{2})/g, '%$1');
    })
    .join('/');
}
