import { lazy, Suspense } from 'react';
import { panelFrom } from '../people/panel-address.ts';
import { leaveHash } from '../platform/location-hash.ts';
import { useHash } from '../ui/use-hash.ts';

const PersonPanel = lazy(() =>
  import('../account/person-panel.tsx').then(({ PersonPanel }) => ({ default: PersonPanel })),
);
const MyMessagesPanel = lazy(() =>
  import('../account/my-messages-panel.tsx').then(({ MyMessagesPanel }) => ({
    default: MyMessagesPanel,
  })),
);

/** What the address opens over the room, which keeps its place meanwhile. */
export function Panels({ uid }: { readonly uid: string }) {
  const panel = panelFrom(useHash());
  return <Suspense>{content()}</Suspense>;

  function content() {
    switch (panel?.name) {
      case undefined:
      case 'settings':
        return null;
      case 'my-messages':
        return <MyMessagesPanel uid={uid} onClose={leaveHash} />;
      case 'person':
        return panel.uid === uid ? (
          <MyMessagesPanel uid={uid} onClose={leaveHash} />
        ) : (
          <PersonPanel key={panel.uid} uid={panel.uid} onClose={leaveHash} />
        );
    }
  }
}
