import { useEffect, useSyncExternalStore } from 'react';
import { t } from '../../i18n/t.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import { Notice } from '../../ui/notice.tsx';
import { useOutboxEntries } from '../use-outbox-entries.ts';
import { useCacheKind } from './use-cache-kind.ts';

/** Says where messages would be lost with the page, and asks before it is left with some. */
export function KeepNotice({ outbox }: { readonly outbox: Outbox }) {
  const cache = useCacheKind();
  const kept = useSyncExternalStore(outbox.subscribe, outbox.getKept);
  const entries = useOutboxEntries(outbox);
  const wouldLose = entries.length > 0 && (kept === 'memory' || cache === 'memory');

  useEffect(() => {
    if (!wouldLose) return undefined;
    function ask(event: BeforeUnloadEvent): void {
      event.preventDefault();
    }
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [wouldLose]);

  if (cache !== 'memory' && kept === 'disk') return null;
  return (
    <Notice tone="warning">
      {t(cache === 'memory' ? 'room.memoryCache' : 'room.memoryOutbox')}
    </Notice>
  );
}
