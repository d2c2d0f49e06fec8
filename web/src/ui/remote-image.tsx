import { useEffect, useRef, useState, type ComponentProps } from 'react';

/** How long after a failure an image is asked for again: networks go for a moment, and no event tells when one is back. */
const RETRY_MS = [1_000, 2_000, 4_000];

export interface RemoteImageProps extends Omit<ComponentProps<'img'>, 'alt' | 'onError'> {
  readonly alt: string;
  /** It does not load, and is not tried again. */
  readonly onFail?: () => void;
}

/** An image from the network, tried again where it does not load. */
export function RemoteImage({ alt, onFail, ...image }: RemoteImageProps) {
  const [failures, setFailures] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function retry(): void {
    const waitMs = RETRY_MS[failures];
    if (waitMs === undefined) onFail?.();
    else timer.current = setTimeout(() => setFailures(failures + 1), waitMs);
  }

  return <img {...image} key={failures} alt={alt} onError={retry} />;
}
