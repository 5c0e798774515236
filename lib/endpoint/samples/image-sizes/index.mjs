import { fitInside, coverCrop } from './fit.mjs';

const widths = (process.env.WIDTHS ?? '320,640,1280,1920').split(',').map(Number);

/**
 * Plans the renditions of an image: which sizes to make and which part of the original each shows. It does the
 * arithmetic of a resizer and leaves the pixels to whoever has them.
 *
 * Try: {"name": "harbour.jpg", "width": 4032, "height": 3024, "aspect": "16:9"}
 */
export const handler = async ({ name, width, height, aspect }) => {
  if (!(width > 0 && height > 0)) throw new RangeError('width and height must be positive numbers of pixels');
  const crop = aspect ? coverCrop({ width, height }, aspect) : { x: 0, y: 0, width, height };
  const renditions = widths
    // Enlarging an image adds bytes and no detail.
    .filter((target) => target <= crop.width)
    .map((target) => ({ ...fitInside(crop, target), file: fileName(name, target) }));
  console.info(`${name}: ${renditions.length} of ${widths.length} sizes`);
  return {
    crop,
    renditions,
    srcset: renditions.map(({ file, width: actual }) => `${file} ${actual}w`).join(', '),
  };
};

function fileName(name, width) {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? `${name}-${width}` : `${name.slice(0, dot)}-${width}${name.slice(dot)}`;
}
