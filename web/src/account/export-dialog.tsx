import { useState } from 'react';
import { formatBytes, formatTime } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogButtons } from '../ui/dialog.tsx';
import styles from './export-dialog.module.css';
import { useExport, type ExportState } from './use-export.ts';

/** Prepares the person's data for download; closing it does not end that. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const [attempt, setAttempt] = useState(0);
  const state = useExport(attempt);
  return (
    <Dialog title={t('export.title')} description={t('export.what')} onClose={onClose}>
      <p role={state.state === 'failed' ? 'alert' : 'status'}>{sentenceOf(state)}</p>
      {state.state === 'ready' && (
        <ul aria-label={t('export.parts')} className={styles['parts']}>
          {state.parts.map(({ url, bytes }, index) => (
            <li key={url}>
              <a href={url} download>
                {t('export.part', {
                  part: index + 1,
                  parts: state.parts.length,
                  size: formatBytes(bytes),
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <DialogButtons>
        {state.state === 'failed' && (
          <Button onClick={() => setAttempt(attempt + 1)}>{t('app.tryAgain')}</Button>
        )}
        <Button variant="quiet" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function sentenceOf(state: ExportState): string {
  switch (state.state) {
    case 'begun':
      return t('export.begun');
    case 'preparing':
      return t('export.preparing', { count: state.messages });
    case 'ready':
      return t('export.ready', {
        count: state.messages,
        time: formatTime(new Date(state.expiresAt)),
      });
    case 'failed':
      return t(state.isOffline ? 'problem.offline' : 'problem.unknown');
  }
}
