import type { PreparedImage } from '../../images/prepared-image.ts';
import type { Draft } from '../../outbox/outbox-entry.ts';
import type { KeepDraft } from '../../outbox/outbox.ts';
import { hasDescriptions } from './draft-descriptions.ts';
import { readDraftImages, writeDraftImages } from './draft-images.ts';
import { createDraftText } from './draft-text.ts';

export interface KeptDraft extends Draft {
  /** False while images that this tab had before a reload are still missing. */
  readonly isWhole: boolean;
}

/** What one person is writing in this tab. It outlives a reload, signing out and in again, and a closed tab. */
export interface DraftStore {
  /** The same object until something changes. */
  readonly getDraft: () => KeptDraft;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly setText: (text: string) => void;
  readonly setImages: (images: readonly PreparedImage[]) => void;
  /** Puts what was written before in front of what is being written, unless it is there. */
  readonly prepend: KeepDraft;
  readonly clear: () => void;
}

export function openDraftStore(uid: string): DraftStore {
  const kept = createDraftText(uid);
  const listeners = new Set<() => void>();
  let draft: KeptDraft = { text: kept.read(), images: [], isWhole: !hasDescriptions(uid) };
  let isRead = false;
  /** Wait until the images are kept: those that did not find room are once there are fewer, or none. */
  let whenKept: (() => void)[] = [];

  function show(changed: KeptDraft): void {
    draft = changed;
    for (const listener of listeners) listener();
  }

  function setText(text: string): void {
    kept.write(text);
    show({ ...draft, text });
  }

  /** Resolves when they outlive the page, which may be never. */
  async function setImages(images: readonly PreparedImage[]): Promise<void> {
    const isSame = images.length === 0 && draft.images.length === 0;
    show({ ...draft, images });
    if (isSame) return;
    // What is still to be read nobody can have removed.
    if (!isRead) await reading;
    const isKept = new Promise<void>((resolve) => whenKept.push(resolve));
    const waiting = [...whenKept];
    await writeDraftImages(uid, draft.images).then(
      () => {
        whenKept = whenKept.filter((one) => !waiting.includes(one));
        for (const resolve of waiting) resolve();
      },
      () => {},
    );
    await isKept;
  }

  const reading = readDraftImages(uid).then((images) => {
    isRead = true;
    show({ ...draft, images: [...images, ...draft.images], isWhole: true });
  });

  return {
    getDraft: () => draft,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    setText,
    setImages: (images) => void setImages(images),
    async prepend({ text, images }, mayHaveIt) {
      const isThere = mayHaveIt && `${draft.text}\n`.startsWith(`${text}\n`);
      if (!isThere) setText([text, draft.text].filter((part) => part !== '').join('\n'));
      await reading;
      const added = images.filter(
        (image) => !mayHaveIt || !draft.images.some((one) => isSamePicture(one, image)),
      );
      if (added.length > 0) await setImages([...added, ...draft.images]);
    },
    clear() {
      setText('');
      void setImages([]);
    },
  };
}

/** What the person says of it may have changed. */
function isSamePicture(a: PreparedImage, b: PreparedImage): boolean {
  return a.placeholder === b.placeholder && a.bytes.length === b.bytes.length;
}
