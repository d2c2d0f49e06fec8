import { t } from '../i18n/t.ts';
import styles from './connection-status.module.css';
import { useIsOnline } from './use-is-online.ts';

export function ConnectionStatus() {
  const isOnline = useIsOnline();
  return (
    <p role="status" aria-label={t('connection.label')} className={styles['status']}>
      {t(isOnline ? 'connection.online' : 'connection.offline')}
    </p>
  );
}
