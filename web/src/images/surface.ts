/** Something to draw on that can be encoded: in a worker and in a page it is made differently. */
export interface Surface {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  /** @param quality 0 to 1. A type that the browser does not write becomes PNG. */
  readonly toBlob: (type: string, quality?: number) => Promise<Blob>;
}

export type CreateSurface = (width: number, height: number) => Surface;

export function createOffscreenSurface(width: number, height: number): Surface {
  const canvas = new OffscreenCanvas(width, height);
  return {
    context: assertContext(canvas.getContext('2d')),
    toBlob: (type, quality) =>
      canvas.convertToBlob(quality === undefined ? { type } : { type, quality }),
  };
}

/** For browsers that have no canvas in a worker. */
export function createPageSurface(width: number, height: number): Surface {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return {
    context: assertContext(canvas.getContext('2d')),
    toBlob: (type, quality) =>
      new Promise((resolve, reject) => {
        canvas.toBlob(
          (blob) => (blob === null ? reject(new Error('Not encoded.')) : resolve(blob)),
          type,
          quality,
        );
      }),
  };
}

function assertContext<Context>(context: Context | null): Context {
  if (context === null) throw new Error('No memory for a canvas.');
  return context;
}
