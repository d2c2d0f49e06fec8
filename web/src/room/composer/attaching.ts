import type { ImageProblem } from '../../images/image-problem.ts';

export interface ChosenFile {
  readonly id: number;
  readonly file: File;
}

/** Why a file is not among the pictures; `left-out`: there are as many as a message takes. */
export interface PictureProblem {
  readonly name: string;
  readonly code: ImageProblem | 'left-out';
}

/** What is on its way into the message that is being written. */
export interface Attaching {
  /** In the order in which they were chosen, which is that in which they are prepared. */
  readonly preparing: readonly ChosenFile[];
  readonly problems: readonly PictureProblem[];
  /** The message goes out as soon as all its pictures are there, unless somebody changes it before. */
  readonly isWaiting: boolean;
}

export const NOTHING_ATTACHING: Attaching = { preparing: [], problems: [], isWaiting: false };

export type AttachingEvent =
  /** `free`: how many more pictures the message takes. */
  | { readonly type: 'chosen'; readonly files: readonly ChosenFile[]; readonly free: number }
  | { readonly type: 'prepared'; readonly id: number }
  | { readonly type: 'refused'; readonly id: number; readonly problem: ImageProblem }
  | { readonly type: 'removed'; readonly id: number }
  | { readonly type: 'send'; readonly mustWait: boolean }
  /** Somebody goes on writing. */
  | { readonly type: 'changed' }
  /** Somebody holds the message back, and has read what there is to read. */
  | { readonly type: 'dismissed' };

export function changeAttaching(before: Attaching, event: AttachingEvent): Attaching {
  const { preparing, problems } = before;
  switch (event.type) {
    case 'chosen': {
      const free = Math.max(0, event.free - preparing.length);
      const leftOut = event.files.slice(free);
      return {
        preparing: [...preparing, ...event.files.slice(0, free)],
        problems: leftOut.map(({ file }) => ({ name: file.name, code: 'left-out' })),
        isWaiting: false,
      };
    }
    case 'prepared':
      return { ...before, preparing: without(preparing, event.id) };
    case 'refused': {
      const name = preparing.find(({ id }) => id === event.id)?.file.name ?? '';
      return {
        preparing: without(preparing, event.id),
        problems: [...problems, { name, code: event.problem }],
        isWaiting: false,
      };
    }
    case 'removed':
      return { ...before, preparing: without(preparing, event.id) };
    case 'send':
      return { ...before, problems: [], isWaiting: event.mustWait };
    case 'changed':
      return before.isWaiting ? { ...before, isWaiting: false } : before;
    case 'dismissed':
      return { ...before, problems: [], isWaiting: false };
  }
}

function without(files: readonly ChosenFile[], id: number): readonly ChosenFile[] {
  return files.filter((file) => file.id !== id);
}
