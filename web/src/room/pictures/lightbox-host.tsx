import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { t } from '../../i18n/t.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { focusConversation } from '../../ui/focus-conversation.ts';
import type { Lightbox, LightboxProps } from './lightbox.tsx';

/** What is to be seen in full. */
export type LightboxRequest = Omit<LightboxProps, 'onClose'>;

interface Shown {
  readonly request: LightboxRequest;
  /** Null where it could not be loaded. */
  readonly View: typeof Lightbox | null;
}

const OpenLightbox = createContext<(request: LightboxRequest) => void>(() => {});

/** Opens the full view, which stays when the message goes out of the list's view meanwhile. */
export function useOpenLightbox(): (request: LightboxRequest) => void {
  return useContext(OpenLightbox);
}

export function LightboxHost({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const opener = useRef<Element | null>(null);

  const open = useCallback((request: LightboxRequest): void => {
    function show(View: Shown['View']): void {
      opener.current = document.activeElement;
      setShown({ request, View });
    }
    // Not `lazy`, which never tries again, and whose failure ends the room.
    import('./lightbox.tsx').then(
      ({ Lightbox }) => show(Lightbox),
      () => show(null),
    );
  }, []);

  function close(): void {
    setShown(null);
    // What is gone cannot get the focus back.
    if (opener.current?.isConnected === false) focusConversation();
  }

  return (
    <OpenLightbox value={open}>
      {children}
      {shown?.View && <shown.View {...shown.request} onClose={close} />}
      {shown?.View === null && (
        <ConfirmDialog
          title={t('lightbox.title', { username: shown.request.username })}
          text={t('lightbox.failed')}
          confirmLabel={t('app.tryAgain')}
          variant="primary"
          onConfirm={() => open(shown.request)}
          onClose={close}
        />
      )}
    </OpenLightbox>
  );
}
