import { ArrowDown } from 'lucide-react';
import { t } from '../i18n/t.ts';
import styles from './jump-button.module.css';

/** More are not told apart. */
const COUNT_MAX = 99;

export interface JumpButtonProps {
  /** Messages by others that have come since the reader left the end. */
  readonly count: number;
  readonly onJump: () => void;
}

export function JumpButton({ count, onJump }: JumpButtonProps) {
  const shown = count > COUNT_MAX ? `${COUNT_MAX}+` : String(count);
  return (
    <button type="button" className={styles['jump']} onClick={onJump}>
      <ArrowDown />
      {t('room.jump')}
      {count > 0 && (
        <span className={styles['count']}>
          <span aria-hidden="true">{shown}</span>
          <span className="visually-hidden">{t('room.newMessages', { count })}</span>
        </span>
      )}
    </button>
  );
}
