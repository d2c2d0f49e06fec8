import { ImagePlus, SendHorizontal } from 'lucide-react';
import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react';
import { ATTACHMENTS_MAX, TEXT_MAX_CHARS } from '@plaza/shared/limits';
import type { TextProblem } from '@plaza/shared/message-text';
import { t } from '../../i18n/t.ts';
import type { PreparedImage } from '../../images/prepared-image.ts';
import type { Draft } from '../../outbox/outbox-entry.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { DraftStore } from '../draft/draft-store.ts';
import { useDraft } from '../draft/use-draft.ts';
import type { ChosenFile } from './attaching.ts';
import { focusField } from './focus-field.ts';
import styles from './message-composer.module.css';
import { MessageField } from './message-field.tsx';
import { messageToSend } from './message-to-send.ts';
import { PictureList } from './picture-list.tsx';
import { PictureProblems } from './picture-problems.tsx';
import { useAttaching } from './use-attaching.ts';
import { useDroppedFiles } from './use-dropped-files.ts';

/** As many characters are left when that is read out. From the last on it shows. */
const TELL_CHARS_LEFT_AT = [-1, 0, 10, 50, 200];

export interface MessageComposerProps {
  readonly outbox: Outbox;
  readonly draftStore: DraftStore;
  /** Called when a message has been handed to the outbox. */
  readonly onWritten: () => void;
}

export function MessageComposer({ outbox, draftStore, onWritten }: MessageComposerProps) {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const draft = useDraft(draftStore);
  const { attaching, change, addFiles } = useAttaching(draftStore);
  const [problem, setProblem] = useState<TextProblem | 'too-many'>();
  const mustWait = !draft.isWhole || attaching.preparing.length > 0;
  const isDropTarget = useDroppedFiles(attach);
  const { length } = draft.text;
  const [saidLength, setSaidLength] = useState(length);
  if (stepOf(saidLength) !== stepOf(length)) setSaidLength(length);

  function attach(files: readonly File[]): void {
    if (files.length > 0) addFiles(files);
    setProblem(undefined);
    focusField();
  }

  /** Without those of its pictures that are still being prepared, or read back, nothing is sent. */
  function send(): void {
    const message = mustWait ? undefined : messageToSend(draft);
    // Before anything is drawn for it.
    if (typeof message === 'object') void outbox.add(message);
    change({ type: 'send', mustWait });
    setProblem(typeof message === 'string' ? message : undefined);
    if (typeof message !== 'object') return;
    draftStore.clear();
    onWritten();
  }

  const isReady = attaching.isWaiting && !mustWait;
  const sendWhatWaited = useEffectEvent(send);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- it ends a wait: nobody presses anything
    if (isReady) sendWhatWaited();
  }, [isReady]);

  function edited(): void {
    change({ type: 'changed' });
    setProblem(undefined);
  }

  function describe(image: PreparedImage, alt: string): void {
    const { images } = draftStore.getDraft();
    draftStore.setImages(images.map((one) => (one === image ? { ...one, alt } : one)));
    edited();
  }

  function remove(picture: PreparedImage | ChosenFile): void {
    change({ type: 'dismissed' });
    setProblem(undefined);
    if ('file' in picture) change({ type: 'removed', id: picture.id });
    else draftStore.setImages(draftStore.getDraft().images.filter((image) => image !== picture));
  }

  function editLastQueued(): void {
    const last = outbox.getEntries().findLast(({ state }) => state.status === 'queued');
    if (last !== undefined) void outbox.takeBack(last.messageId, draftStore.prepend);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isEmpty = draft.text === '' && draft.images.length + attaching.preparing.length === 0;
    if (event.key === 'ArrowUp' && isEmpty) {
      event.preventDefault();
      editLastQueued();
    } else if (event.key === 'Escape') {
      change({ type: 'dismissed' });
      setProblem(undefined);
    }
  }

  function onPaste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    // Text that comes with a picture goes where text goes.
    if (!event.clipboardData.types.includes('text/plain')) event.preventDefault();
    attach(files);
  }

  function noteFor(length: number): string {
    if (problem !== undefined) return sentenceFor(problem, draft);
    return attaching.isWaiting ? t('composer.waiting') : lengthNote(length);
  }

  return (
    <form
      aria-label={t('composer.form')}
      className={styles['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
        focusField();
      }}
    >
      <PictureList
        images={draft.images}
        preparing={attaching.preparing}
        onDescribe={describe}
        onRemove={remove}
        onLeave={focusField}
      />
      <PictureProblems problems={attaching.problems} />
      <input
        ref={picker}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          attach([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <IconButton label={t('composer.attach')} onClick={() => picker.current?.click()}>
        <ImagePlus />
      </IconButton>
      <label htmlFor={id} className="visually-hidden">
        {t('composer.label')}
      </label>
      <MessageField
        id={id}
        placeholder={t('composer.placeholder')}
        value={draft.text}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          draftStore.setText(event.target.value);
          edited();
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onSend={send}
      />
      <IconButton
        type="submit"
        variant="primary"
        label={t('composer.send')}
        aria-busy={attaching.isWaiting}
      >
        <SendHorizontal />
      </IconButton>
      <p id={`${id}-note`} className={styles['note']}>
        {noteFor(length)}
      </p>
      {/* A number that changes with each key is not to be read out with each key. */}
      <p role="status" className="visually-hidden">
        {noteFor(saidLength)}
      </p>
      {isDropTarget && <div className={styles['drop']}>{t('composer.drop')}</div>}
    </form>
  );
}

/** What to do before the draft can be sent. */
function sentenceFor(problem: TextProblem | 'too-many', { text }: Draft): string {
  switch (problem) {
    case 'blank':
      return t('composer.blank');
    case 'too-long':
      return lengthNote(text.length);
    case 'too-many':
      return t('composer.tooMany', { max: ATTACHMENTS_MAX });
  }
}

function stepOf(length: number): number {
  return TELL_CHARS_LEFT_AT.findIndex((left) => TEXT_MAX_CHARS - length <= left);
}

/** Nothing as long as there is plenty of room. */
function lengthNote(length: number): string {
  const left = TEXT_MAX_CHARS - length;
  if (stepOf(length) < 0) return '';
  if (left >= 0) return t('composer.left', { left });
  return t('composer.tooLong', { max: TEXT_MAX_CHARS, over: -left });
}
