import { createContext, lazy, Suspense, useContext, useState, type ReactNode } from 'react';
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
  return (
    <OpenLightbox value={setRequest}>
      {children}
      {request !== null && (
        <Suspense>
          <Lightbox {...request} onClose={() => setRequest(null)} />
        </Suspense>
      )}
    </OpenLightbox>
  );
}
