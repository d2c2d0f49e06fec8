import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PersonMessageList } from './person-message-list.tsx';
import styles from './person-panel.module.css';
import { usePersonMessages } from './use-person-messages.ts';
import { useProfile } from './use-profile.ts';

export interface PersonPanelProps {
  readonly uid: string;
  readonly onClose: () => void;
}

/** Who somebody is, and all that they have written. */
export function PersonPanel({ uid, onClose }: PersonPanelProps) {
  const profile = useProfile(uid);
  const list = usePersonMessages(uid);
  const written = list.messages[0]?.message.username;
  const username = profile?.username ?? written ?? t('person.unknown');
  return (
    <Dialog title={username} variant="side" onClose={onClose}>
      <div className={styles['person']}>
        <Avatar uid={uid} username={username} />
        <p>
          {profile === null
            ? t('person.deleted')
            : profile !== undefined &&
              t('person.since', { date: formatDate(new Date(profile.createdAt.toMillis())) })}
        </p>
      </div>
      <PersonMessageList label={t('person.list', { username })} list={list} />
    </Dialog>
  );
}
