import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import styles from './older-messages.module.css';
import type { Older } from './timeline/history.ts';

export interface OlderMessagesProps {
  readonly older: Older;
  readonly isOnline: boolean;
  readonly onLoad: () => void;
}

/** What is above the first message: more of them, what became of asking for them, or nothing. As high in each case. */
export function OlderMessages({ older, isOnline, onLoad }: OlderMessagesProps) {
  return (
    <div className={styles['older']}>
      <Content older={older} isOnline={isOnline} onLoad={onLoad} />
    </div>
  );
}

function Content({ older, isOnline, onLoad }: OlderMessagesProps) {
  switch (older) {
    case 'beginning':
      return <p>{t('room.beginning')}</p>;
    case 'loading':
      return <p>{t(isOnline ? 'room.olderLoading' : 'room.olderOffline')}</p>;
    case 'more':
      return (
        // Scrolling and Home do the same: no stop for Tab far away from what is in view.
        <Button variant="link" tabIndex={-1} onClick={onLoad}>
          {t('room.olderLoad')}
        </Button>
      );
    case 'failed':
      return (
        <>
          <p role="alert">{t('room.olderFailed')}</p>
          <Button variant="link" onClick={onLoad}>
            {t('app.tryAgain')}
          </Button>
        </>
      );
  }
}
