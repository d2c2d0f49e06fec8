import type { PreparedImage } from '../../images/prepared-image.ts';
import type { Draft } from '../../outbox/outbox-entry.ts';
import { readDraftImages, writeDraftImages } from './draft-images.ts';
import { createDraftText } from './draft-text.ts';

/** What one person is writing in this tab. It outlives a reload, signing out and in again, and a closed tab. */
export interface DraftStore {
  /** The same object until something changes. */
  readonly getDraft: () => Draft;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly setText: (text: string) => void;
  readonly setImages: (images: readonly PreparedImage[]) => void;
  /** Puts what was written before in front of what is being written. */
  readonly prepend: (draft: Draft) => void;
  readonly clear: () => void;
}

export function openDraftStore(uid: string): DraftStore {
  const kept = createDraftText(uid);
  const listeners = new Set<() => void>();
  let draft: Draft = { text: kept.read(), images: [] };
  let hasSetImages = false;

  function show(changed: Draft): void {
    draft = changed;
    for (const listener of listeners) listener();
  }

  function setText(text: string): void {
    kept.write(text);
    show({ ...draft, text });
  }

  function setImages(images: readonly PreparedImage[]): void {
    const isSame = images.length === 0 && draft.images.length === 0;
    hasSetImages = true;
    if (!isSame) void writeDraftImages(uid, images);
    show({ ...draft, images });
  }

  void readDraftImages(uid).then((images) => {
    if (!hasSetImages && images.length > 0) show({ ...draft, images });
  });

  return {
    getDraft: () => draft,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    setText,
    setImages,
    prepend({ text, images }) {
      setText(draft.text === '' ? text : `${text}\n${draft.text}`);
      if (images.length > 0) setImages([...images, ...draft.images]);
    },
    clear() {
      setText('');
      setImages([]);
    },
  };
}
