/**
 * An opaque canvas, black where nothing is drawn, that smooths well.
 *
 * @param readBack - Whether its pixels will be read: it is then kept out of the graphics card.
 */
export function blackCanvas(width: number, height: number, readBack = false) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: readBack });
  if (!context) throw new Error('No 2D canvas context.');
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}
