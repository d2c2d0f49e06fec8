import { ImageProblemError } from './image-problem.ts';
import type { PreparedFile } from './prepare-image.ts';
import type { PrepareAnswer } from './prepare-image.worker.ts';

/** One file at a time: a large photo takes hundreds of megabytes while it is open. */
let previous: Promise<unknown> = Promise.resolve();

/**
 * Prepares a file beside the page, which stays responsive. Aborting frees what it holds at once.
 * @throws ImageProblemError
 * @throws the signal's reason when aborted
 */
export function prepareFile(file: File, signal: AbortSignal): Promise<PreparedFile> {
  const prepared = previous.then(() => {
    signal.throwIfAborted();
    return hasOffscreenCanvas() ? prepareInWorker(file, signal) : prepareInPage(file);
  });
  previous = prepared.catch(() => {});
  return prepared;
}

function hasOffscreenCanvas(): boolean {
  return (
    typeof OffscreenCanvas === 'function' && new OffscreenCanvas(1, 1).getContext('2d') !== null
  );
}

/** A worker of its own for each file: with it goes all memory that its decoder took. */
async function prepareInWorker(file: File, signal: AbortSignal): Promise<PreparedFile> {
  const worker = new Worker(new URL('prepare-image.worker.ts', import.meta.url), {
    type: 'module',
  });
  try {
    const answer = await answerOf(worker, file, signal);
    if (answer === null) return await prepareInPage(file);
    if ('problem' in answer) throw new ImageProblemError(answer.problem);
    return answer.prepared;
  } finally {
    worker.terminate();
  }
}

/** Null where its script cannot be loaded, as after a deployment: it has used no memory then. */
function answerOf(worker: Worker, file: File, signal: AbortSignal): Promise<PrepareAnswer | null> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<PrepareAnswer>) => resolve(data));
    worker.addEventListener('error', (event: Event) => {
      // Only what goes wrong within a script comes with a message.
      if (event instanceof ErrorEvent) reject(new ImageProblemError('failed'));
      else resolve(null);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage(file);
  });
}

async function prepareInPage(file: File): Promise<PreparedFile> {
  const [{ prepareImage }, { createPageSurface }] = await Promise.all([
    import('./prepare-image.ts'),
    import('./surface.ts'),
  ]);
  return prepareImage(file, createPageSurface);
}
