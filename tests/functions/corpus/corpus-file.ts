/** A file that somebody might send, and what must become of it. */
export interface CorpusFile {
  name: string;
  bytes: Buffer;
  becomes: 'ready' | 'not-an-image' | 'too-many-pixels' | 'too-slow' | 'anything';
  /** Pixels as published, where they say something. */
  width?: number;
  height?: number;
  /** The published image has this many frames; one unless given. */
  frames?: number;
}

export function ready(name: string, bytes: Buffer, more: Partial<CorpusFile> = {}): CorpusFile {
  return { name, bytes, becomes: 'ready', ...more };
}

export function broken(name: string, bytes: Buffer): CorpusFile {
  return { name, bytes, becomes: 'not-an-image' };
}

/** How it ends depends on the decoder; that it ends, and how much memory it takes, does not. */
export function hostile(name: string, bytes: Buffer): CorpusFile {
  return { name, bytes, becomes: 'anything' };
}

export function tooLarge(name: string, bytes: Buffer): CorpusFile {
  return { name, bytes, becomes: 'too-many-pixels' };
}

export function tooSlow(name: string, bytes: Buffer): CorpusFile {
  return { name, bytes, becomes: 'too-slow' };
}
