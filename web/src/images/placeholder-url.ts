import { thumbHashToDataURL } from 'thumbhash';

/** A blurred picture from what its author's client has sent; null where that is none. */
export function placeholderUrl(placeholder: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(placeholder), (char) => char.charCodeAt(0));
    return bytes.length < SHORTEST_BYTES ? null : thumbHashToDataURL(bytes);
  } catch {
    return null;
  }
}

/** The head of a ThumbHash. What is missing of the rest is grey. */
const SHORTEST_BYTES = 5;
