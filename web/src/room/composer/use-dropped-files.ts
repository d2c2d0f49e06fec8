import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Browsers tell at least every 550 ms that something is held. That it leaves they do not tell where
 * what it was above has gone.
 */
const HELD_MS = 700;

/**
 * Takes files that are dropped anywhere on the page, which would otherwise leave for them. Returns
 * whether some are being held above it.
 */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const takeFiles = useEffectEvent(onFiles);

  useEffect(() => {
    const listening = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;

    function onDrag(event: DragEvent): void {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      const isDropped = event.type === 'drop';
      setIsOver(!isDropped);
      clearTimeout(timer);
      if (isDropped) takeFiles([...event.dataTransfer.files]);
      else timer = setTimeout(() => setIsOver(false), HELD_MS);
    }

    for (const type of ['dragenter', 'dragover', 'drop'] as const) {
      window.addEventListener(type, onDrag, { signal: listening.signal });
    }
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, []);

  return isOver;
}
