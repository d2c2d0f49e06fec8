import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { TEXT_MAX_CHARS } from '@plaza/shared/limits';
import { validateText } from '@plaza/shared/message-text';
import { t } from '../i18n/t.ts';
import type { Draft } from '../outbox/outbox-entry.ts';
import { Button } from '../ui/button.tsx';
import type { DraftStore } from './draft/draft-store.ts';
import { useDraft } from './draft/use-draft.ts';
import styles from './message-composer.module.css';

const TELL_CHARS_LEFT_FROM = 200;

export interface MessageComposerProps {
  readonly draftStore: DraftStore;
  /** Takes what was written over: nothing of it is lost from here on. */
  readonly onSend: (draft: Draft) => void;
}

export function MessageComposer({ draftStore, onSend }: MessageComposerProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(draftStore);
  const { text } = draft;
  const [error, setError] = useState<string>();

  function submit(): void {
    const problem = validateText(text);
    if (problem === 'blank') {
      setError(t('composer.blank'));
    } else if (problem === 'too-long') {
      setError(t('composer.tooLong', { max: TEXT_MAX_CHARS, over: text.length - TEXT_MAX_CHARS }));
    } else {
      onSend(draft);
      draftStore.clear();
      setError(undefined);
    }
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  }

  const charsLeft = TEXT_MAX_CHARS - text.length;
  return (
    <form
      className={styles['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {t('composer.label')}
      </label>
      <textarea
        ref={field}
        id={id}
        className={styles['field']}
        rows={1}
        dir="auto"
        placeholder={t('composer.placeholder')}
        value={text}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          draftStore.setText(event.target.value);
          setError(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <Button type="submit">{t('composer.send')}</Button>
      <p id={`${id}-note`} className={styles['note']} role="status">
        {error ??
          (charsLeft <= TELL_CHARS_LEFT_FROM ? t('composer.left', { left: charsLeft }) : '')}
      </p>
    </form>
  );
}
