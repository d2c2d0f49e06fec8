import { useEffect, useEffectEvent, useReducer, useRef, type Dispatch } from 'react';
import { ATTACHMENTS_MAX } from '@plaza/shared/limits';
import { ImageProblemError } from '../../images/image-problem.ts';
import { prepareFile } from '../../images/prepare-file.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import {
  changeAttaching,
  NOTHING_ATTACHING,
  type Attaching,
  type AttachingEvent,
  type ChosenFile,
} from './attaching.ts';
import { keepKey } from './picture-key.ts';

export interface AttachingInHand {
  readonly attaching: Attaching;
  readonly change: Dispatch<AttachingEvent>;
  readonly addFiles: (files: readonly File[]) => void;
}

/** Prepares files and puts them into the draft. What is removed or left meanwhile is given up. */
export function useAttaching(draftStore: DraftStore): AttachingInHand {
  const [attaching, change] = useReducer(changeAttaching, NOTHING_ATTACHING);
  const nextId = useRef(0);
  const underWay = useRef(new Map<number, AbortController>());

  const prepare = useEffectEvent(async (chosen: ChosenFile, signal: AbortSignal) => {
    const { id, file } = chosen;
    try {
      const image = { ...(await prepareFile(file, signal)), alt: '' };
      if (signal.aborted) return;
      keepKey(chosen, image);
      draftStore.setImages([...draftStore.getDraft().images, image]);
      change({ type: 'prepared', id });
    } catch (error) {
      const problem = error instanceof ImageProblemError ? error.code : 'failed';
      if (!signal.aborted) change({ type: 'refused', id, problem });
    }
  });

  useEffect(() => {
    const wanted = new Set(attaching.preparing.map(({ id }) => id));
    for (const [id, controller] of underWay.current) {
      if (wanted.has(id)) continue;
      controller.abort();
      underWay.current.delete(id);
    }
    for (const chosen of attaching.preparing) {
      if (underWay.current.has(chosen.id)) continue;
      const controller = new AbortController();
      underWay.current.set(chosen.id, controller);
      void prepare(chosen, controller.signal);
    }
  }, [attaching.preparing]);

  useEffect(() => {
    const all = underWay.current;
    return () => {
      for (const controller of all.values()) controller.abort();
      all.clear();
    };
  }, []);

  function addFiles(files: readonly File[]): void {
    const firstId = nextId.current;
    nextId.current += files.length;
    const free = ATTACHMENTS_MAX - draftStore.getDraft().images.length;
    const chosen = files.map((file, index) => ({ id: firstId + index, file }));
    change({ type: 'chosen', files: chosen, free });
  }

  return { attaching, change, addFiles };
}
