import { useEffect, useRef, useState } from 'react';
import type { PersonMessage } from '../firebase/person-messages.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import styles from './person-message-list.module.css';
import { PersonMessageItem, type PersonMessageItemProps } from './person-message-item.tsx';
import { useInView } from './use-in-view.ts';
import type { Selection } from './use-selection.ts';
import type { PersonMessages } from './use-person-messages.ts';

export interface PersonMessageListProps {
  /** The list's name. */
  readonly label: string;
  readonly list: PersonMessages;
  readonly Body: PersonMessageItemProps['Body'];
  /** With it, each message has a checkbox. */
  readonly selection?: Selection;
  /** With it, each message can be reported. */
  readonly onReport?: (entry: PersonMessage) => void;
}

/** One person's messages, newest first. More are loaded as the end comes into view. */
export function PersonMessageList({
  label,
  list,
  Body,
  selection,
  onReport,
}: PersonMessageListProps) {
  const { messages, status, isFromCache, loadMore, reload } = list;
  const end = useInView<HTMLDivElement>(status === 'more', loadMore);
  const items = useRef<HTMLOListElement>(null);
  const [hasAsked, setHasAsked] = useState(false);
  const isLoading = status === 'loading';

  // A button with nothing left to do goes, with the focus.
  useEffect(() => {
    if (!hasAsked || isLoading) return;
    if (document.activeElement === document.body) items.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/set-state-in-effect -- what was asked for is there
    setHasAsked(false);
  }, [hasAsked, isLoading]);

  function ask(load: () => void): void {
    setHasAsked(true);
    load();
  }

  return (
    <>
      <p role="status" className={styles['state']}>
        {isLoading ? t('room.loading') : countSentence(messages.length, status)}
      </p>
      {isFromCache && (
        <div className={styles['state']}>
          <p role="status">{t('person.fromCache')}</p>
          <Button variant="quiet" onClick={() => ask(reload)}>
            {t('app.tryAgain')}
          </Button>
        </div>
      )}
      <ol ref={items} aria-label={label} tabIndex={-1} className={styles['list']}>
        {messages.map((entry) => (
          <PersonMessageItem
            key={entry.messageId}
            entry={entry}
            Body={Body}
            selection={selection}
            onReport={onReport}
          />
        ))}
      </ol>
      <div ref={end}>
        {status === 'failed' && <p role="alert">{t('person.failed')}</p>}
        {(isLoading ? hasAsked : status !== 'end') && (
          <Button variant="quiet" busy={isLoading} onClick={() => ask(loadMore)}>
            {t(status === 'failed' ? 'app.tryAgain' : 'person.more')}
          </Button>
        )}
      </div>
    </>
  );
}

function countSentence(count: number, status: PersonMessages['status']): string {
  if (status === 'end') {
    return count === 0 ? t('person.none') : t('person.all', { count, shown: formatNumber(count) });
  }
  return t('person.some', { count, shown: formatNumber(count) });
}
