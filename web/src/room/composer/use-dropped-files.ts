import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Takes files that are dropped anywhere on the page, which would otherwise leave for them. Returns
 * whether some are being held above it.
 */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const takeFiles = useEffectEvent(onFiles);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    /** Each element that is entered is left again. */
    let depth = 0;

    function listen(type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', run: () => void): void {
      const onDrag = (event: DragEvent) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        event.preventDefault();
        run();
        setIsOver(depth > 0);
        if (type === 'drop') takeFiles([...event.dataTransfer.files]);
      };
      window.addEventListener(type, onDrag, { signal });
    }

    listen('dragenter', () => (depth += 1));
    listen('dragover', () => {});
    listen('dragleave', () => (depth -= 1));
    listen('drop', () => (depth = 0));
    return () => listening.abort();
  }, []);

  return isOver;
}
