import { MyMessagesPanel } from '../account/my-messages-panel.tsx';
import { PersonPanel } from '../account/person-panel.tsx';
import { SettingsPanel } from '../account/settings-panel.tsx';
import { markDeletion } from '../account/deletion-mark.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { panelFrom } from '../people/panel-address.ts';
import { leaveHash } from '../platform/location-hash.ts';
import { useHash } from '../ui/use-hash.ts';
import { MessageBody } from './message-body.tsx';

export interface PanelsProps {
  readonly uid: string;
  readonly outbox: Outbox;
}

/** What the address opens over the room, which keeps its place meanwhile. */
export function Panels({ uid, outbox }: PanelsProps) {
  const panel = panelFrom(useHash());
  switch (panel?.name) {
    case undefined:
      return null;
    case 'settings':
      return (
        <SettingsPanel
          uid={uid}
          outbox={outbox}
          onDeleteAccount={() => markDeletion(uid)}
          onClose={leaveHash}
        />
      );
    case 'my-messages':
      return <MyMessagesPanel uid={uid} Body={MessageBody} onClose={leaveHash} />;
    case 'person':
      return panel.uid === uid ? (
        <MyMessagesPanel uid={uid} Body={MessageBody} onClose={leaveHash} />
      ) : (
        <PersonPanel
          key={panel.uid}
          uid={panel.uid}
          viewerUid={uid}
          Body={MessageBody}
          onClose={leaveHash}
        />
      );
  }
}
