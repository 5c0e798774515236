/** The size with the given width and the same proportions, in whole pixels. */
export function fitInside({ width, height }, targetWidth) {
  return { width: targetWidth, height: Math.max(1, Math.round((height * targetWidth) / width)) };
}

/** The largest centred part with the proportions "16:9", "1:1" … */
export function coverCrop({ width, height }, aspect) {
  const [across, down] = aspect.split(':').map(Number);
  if (!(across > 0 && down > 0)) throw new RangeError(`"${aspect}" is not a pair such as 16:9`);
  const cropWidth = Math.min(width, Math.round((height * across) / down));
  const cropHeight = Math.min(height, Math.round((width * down) / across));
  return {
    x: Math.floor((width - cropWidth) / 2),
    y: Math.floor((height - cropHeight) / 2),
    width: cropWidth,
    height: cropHeight,
  };
}
