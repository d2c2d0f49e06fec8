/** One timer at a time, which goes off when it is told to. */
export function createHandTimer() {
  let due: (() => void) | null = null;
  const waits: number[] = [];
  return {
    /** How long it was set to, each time. */
    waits,
    start(this: void, ms: number, onEnd: () => void): () => void {
      waits.push(ms);
      due = onEnd;
      return () => {
        due = null;
      };
    },
    fire(this: void): void {
      const onEnd = due;
      due = null;
      onEnd?.();
    },
  };
}
