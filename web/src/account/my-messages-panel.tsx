import { useEffect, useRef, useState } from 'react';
import { t } from '../i18n/t.ts';
import { deleteNoted } from '../people/noted-deletions.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './my-messages-panel.module.css';
import type { PersonMessageItemProps } from './person-message-item.tsx';
import { PersonMessageList } from './person-message-list.tsx';
import { usePersonMessages } from './use-person-messages.ts';
import { useSelection } from './use-selection.ts';

export interface MyMessagesPanelProps {
  readonly uid: string;
  readonly Body: PersonMessageItemProps['Body'];
  readonly onClose: () => void;
}

interface Deletion {
  readonly deleted: number;
  readonly all: number;
  readonly hasFailed: boolean;
}

/** All that one has written, to be looked through and deleted. */
export function MyMessagesPanel({ uid, Body, onClose }: MyMessagesPanelProps) {
  const list = usePersonMessages(uid);
  const selection = useSelection(list.messages.map(({ messageId }) => messageId));
  const [isAsking, setIsAsking] = useState(false);
  const [deletion, setDeletion] = useState<Deletion>();
  const toolbar = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  const count = selection.selected.size;

  // The button that had the focus has nothing left to delete.
  useEffect(() => {
    if (!isAsking && takesFocus.current) toolbar.current?.focus();
    takesFocus.current = false;
  }, [isAsking]);

  async function deleteSelected(): Promise<void> {
    const chosen = list.messages.filter(({ messageId }) => selection.selected.has(messageId));
    const all = chosen.length;
    setDeletion((before) =>
      isUnderWay(before)
        ? { ...before, all: before.all + all }
        : { deleted: 0, all, hasFailed: false },
    );
    list.remove(selection.selected);
    selection.clear();
    takesFocus.current = true;
    try {
      await deleteNoted(uid, chosen, (more) => {
        setDeletion((before) => before && { ...before, deleted: before.deleted + more });
      });
    } catch {
      setDeletion((before) => before && { ...before, hasFailed: true });
      list.reload();
    }
  }

  return (
    <Dialog title={t('myMessages.title')} variant="side" onClose={onClose}>
      <div
        ref={toolbar}
        role="group"
        aria-label={t('myMessages.selection')}
        tabIndex={-1}
        className={styles['toolbar']}
      >
        <label className={styles['choice']}>
          <input
            type="checkbox"
            checked={count > 0 && count === list.messages.length}
            disabled={list.messages.length === 0}
            onChange={selection.toggleAll}
          />
          {t('myMessages.selectAll')}
        </label>
        <Button variant="danger" disabled={count === 0} onClick={() => setIsAsking(true)}>
          {t('myMessages.delete', { count })}
        </Button>
      </div>
      {deletion !== undefined && (
        <p role={deletion.hasFailed ? 'alert' : 'status'}>{deletionSentence(deletion)}</p>
      )}
      <PersonMessageList
        label={t('myMessages.list')}
        list={list}
        Body={Body}
        selection={selection}
      />
      {isAsking && (
        <ConfirmDialog
          title={t('myMessages.confirmTitle', { count })}
          text={t('myMessages.confirmText', { count })}
          confirmLabel={t('deleteMessage.confirm')}
          onConfirm={() => void deleteSelected()}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Dialog>
  );
}

function isUnderWay(deletion: Deletion | undefined): deletion is Deletion {
  return deletion !== undefined && !deletion.hasFailed && deletion.deleted < deletion.all;
}

function deletionSentence({ deleted, all, hasFailed }: Deletion): string {
  if (hasFailed) return t('myMessages.failed');
  if (deleted === all) return t('myMessages.deleted', { count: all });
  return t(navigator.onLine ? 'myMessages.deleting' : 'myMessages.waiting', { deleted, all });
}
