import { useEffect, useState } from 'react';
import type { DataExport } from '@plaza/shared/api';
import { callFunction, CallError } from '../firebase/call-function.ts';

export type ExportState =
  | DataExport
  | { readonly state: 'begun' }
  | { readonly state: 'failed'; readonly isOffline: boolean };

const PAUSE_MS = 2_000;

/** Begins an export and follows it until it is ready. */
export function useExport(attempt: number): ExportState {
  const [found, setFound] = useState<{ attempt: number; state: ExportState }>();

  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function ask(): Promise<void> {
      const state = await stateOfExport();
      if (isOver) return;
      // Asked too often: nothing new to tell.
      if (state !== null) setFound({ attempt, state });
      if (state === null || state.state === 'preparing') timer = setTimeout(askAgain, PAUSE_MS);
    }

    function askAgain(): void {
      void ask();
    }

    askAgain();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [attempt]);

  return found?.attempt === attempt ? found.state : { state: 'begun' };
}

async function stateOfExport(): Promise<ExportState | null> {
  try {
    return await callFunction('exportMyData');
  } catch (error) {
    const problem = error instanceof CallError ? error.problem : 'unknown';
    return problem === 'busy' ? null : { state: 'failed', isOffline: problem === 'offline' };
  }
}
