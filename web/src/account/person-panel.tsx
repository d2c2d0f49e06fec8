import { useState } from 'react';
import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { hiddenPeopleOf, type HiddenPerson } from '../people/hidden-people.ts';
import { useHiddenPeople } from '../people/use-hidden-people.ts';
import { ReportDialog } from '../people/report-dialog.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { PersonMessageItemProps } from './person-message-item.tsx';
import { PersonMessageList } from './person-message-list.tsx';
import styles from './person-panel.module.css';
import { usePersonMessages } from './use-person-messages.ts';
import { useProfile } from './use-profile.ts';

export interface PersonPanelProps {
  readonly uid: string;
  /** Whose panel this is not: who looks at it. */
  readonly viewerUid: string;
  readonly Body: PersonMessageItemProps['Body'];
  readonly onClose: () => void;
}

/** Who somebody is, and all that they have written. */
export function PersonPanel({ uid, viewerUid, Body, onClose }: PersonPanelProps) {
  const [reporting, setReporting] = useState<string>();
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
        <HideButton viewerUid={viewerUid} person={{ uid, username }} />
      </div>
      <PersonMessageList
        label={t('person.list', { username })}
        list={list}
        Body={Body}
        onReport={({ messageId }) => setReporting(messageId)}
      />
      {reporting !== undefined && (
        <ReportDialog
          uid={viewerUid}
          messageId={reporting}
          author={{ uid, username }}
          onClose={() => setReporting(undefined)}
        />
      )}
    </Dialog>
  );
}

function HideButton({
  viewerUid,
  person,
}: {
  readonly viewerUid: string;
  readonly person: HiddenPerson;
}) {
  const isHidden = useHiddenPeople(viewerUid).some(({ uid }) => uid === person.uid);
  const store = hiddenPeopleOf(viewerUid);
  return (
    <Button
      variant="quiet"
      onClick={() => (isHidden ? store.show(person.uid) : store.hide(person))}
    >
      {t(isHidden ? 'person.show' : 'person.hide')}
    </Button>
  );
}
