import { t } from '../i18n/t.ts';
import styles from './connection-status.module.css';
import { useConnection } from './use-connection.ts';

export function ConnectionStatus({ uid }: { readonly uid: string }) {
  const status = useConnection(uid);
  return (
    <p
      role="status"
      aria-label={t('connection.label')}
      className={`${styles['status']} ${styles[status]}`}
    >
      <span>
        {t(`connection.${status}`)}
        {status === 'offline' && (
          <span className={styles['hint']}>. {t('connection.offlineHint')}</span>
        )}
      </span>
    </p>
  );
}
