import {
  createContext,
  lazy,
  Suspense,
  useCallback,
  useContext,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { LightboxProps } from './lightbox.tsx';

const Lightbox = lazy(() =>
  import('./lightbox.tsx').then(({ Lightbox }) => ({ default: Lightbox })),
);

/** What is to be seen in full. */
export type LightboxRequest = Omit<LightboxProps, 'onClose'>;

const OpenLightbox = createContext<(request: LightboxRequest) => void>(() => {});

/** Opens the full view, which stays when the message goes out of the list's view meanwhile. */
export function useOpenLightbox(): (request: LightboxRequest) => void {
  return useContext(OpenLightbox);
}

export function LightboxHost({ children }: { readonly children: ReactNode }) {
  const [request, setRequest] = useState<LightboxRequest | null>(null);
  const opener = useRef<Element | null>(null);

  const open = useCallback((wanted: LightboxRequest): void => {
    opener.current = document.activeElement;
    setRequest(wanted);
  }, []);

  function close(): void {
    setRequest(null);
    // What is gone cannot get the focus back.
    if (opener.current?.isConnected === false) {
      document.querySelector<HTMLElement>('main [role="group"]')?.focus({ preventScroll: true });
    }
  }

  return (
    <OpenLightbox value={open}>
      {children}
      {request !== null && (
        <Suspense>
          <Lightbox {...request} onClose={close} />
        </Suspense>
      )}
    </OpenLightbox>
  );
}
