import { ArrowDown } from 'lucide-react';
import { t } from '../i18n/t.ts';
import styles from './jump-button.module.css';

/** More are not told apart. */
const COUNT_MAX = 99;

export interface JumpButtonProps {
  /** Messages by others that have come since the reader left the end. */
  readonly count: number;
  /** There may be more. */
  readonly isAtLeast: boolean;
  readonly onJump: () => void;
}

export function JumpButton({ count, isAtLeast, onJump }: JumpButtonProps) {
  const shown = Math.min(count, COUNT_MAX);
  const isMore = isAtLeast || count > COUNT_MAX;
  return (
    <button type="button" className={styles['jump']} onClick={onJump}>
      <ArrowDown />
      {t('room.jump')}
      {count > 0 && (
        <span className={styles['count']}>
          <span aria-hidden="true">{isMore ? `${shown}+` : shown}</span>
          <span className="visually-hidden">
            {t(isAtLeast ? 'room.newMessagesAtLeast' : 'room.newMessages', { count })}
          </span>
        </span>
      )}
    </button>
  );
}
