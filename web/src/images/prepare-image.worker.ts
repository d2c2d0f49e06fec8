import { ImageProblemError, type ImageProblem } from './image-problem.ts';
import { prepareImage, type PreparedFile } from './prepare-image.ts';
import { createOffscreenSurface } from './surface.ts';

/** What the worker answers to the one file that it is sent. */
export type PrepareAnswer =
  { readonly prepared: PreparedFile } | { readonly problem: ImageProblem };

addEventListener('message', ({ data }: MessageEvent<File>) => {
  prepareImage(data, createOffscreenSurface).then(
    (prepared) => answer({ prepared }),
    (error: unknown) =>
      answer({ problem: error instanceof ImageProblemError ? error.code : 'failed' }),
  );
});

function answer(message: PrepareAnswer): void {
  postMessage(message);
}
