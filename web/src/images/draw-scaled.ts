import type { CreateSurface, Surface } from './surface.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size within a square, of the same shape; never larger than it was, never less than a pixel. */
function fitInside({ width, height }: Size, sidePx: number): Size {
  const scale = Math.min(1, sidePx / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** @param background a colour behind what is transparent; none keeps it so */
export function drawScaled(
  source: CanvasImageSource & Size,
  sidePx: number,
  createSurface: CreateSurface,
  background?: string,
): Surface & Size {
  const { width, height } = fitInside(source, sidePx);
  const surface = createSurface(width, height);
  const { context } = surface;
  if (background !== undefined) {
    context.fillStyle = background;
    context.fillRect(0, 0, width, height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return { ...surface, width, height };
}
