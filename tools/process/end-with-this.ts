/** What asks a process to end. */
export const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const ENDED = 130;

/** Something that would outlive this process. */
export interface Outliving {
  stop(): Promise<void>;
  /** At once, and by force. */
  kill(): void;
}

const outliving = new Set<Outliving>();
let isPrepared = false;
let isEnding = false;

/**
 * Ends it when this process is asked to end, or ends without having ended it. A second signal does
 * not wait. Returns what takes that back.
 */
export function endWithThis(it: Outliving): () => void {
  outliving.add(it);
  if (!isPrepared) prepare();
  isPrepared = true;
  return () => outliving.delete(it);
}

function prepare(): void {
  for (const signal of END_SIGNALS) {
    process.on(signal, end);
  }
  process.once('exit', () => {
    for (const it of outliving) it.kill();
  });
}

function end(): void {
  if (isEnding) process.exit(ENDED);
  isEnding = true;
  void stopAll().then(() => process.exit(ENDED));
}

async function stopAll(): Promise<void> {
  await Promise.allSettled([...outliving].map((it) => it.stop()));
}
