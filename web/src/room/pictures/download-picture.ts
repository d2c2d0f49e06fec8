import type { ShownPicture } from './shown-picture.ts';

/** Saves the picture under this name. Resolves with false when it cannot be loaded. */
export async function downloadPicture(
  { attachment, own }: ShownPicture,
  name: string,
): Promise<boolean> {
  const blob = await (attachment.url === null ? ownBlob(own) : loadBlob(attachment.url));
  if (blob === null) return false;
  const link = document.createElement('a');
  const url = URL.createObjectURL(blob);
  link.href = url;
  link.download = `${name}.${blob.type.replace('image/', '').replace('jpeg', 'jpg')}`;
  link.click();
  // Some browsers read it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}

function ownBlob(own: ShownPicture['own']): Blob | null {
  return own === null ? null : new Blob([own.bytes], { type: own.contentType });
}

/** By hand: a link to another origin would open the picture instead. */
async function loadBlob(url: string): Promise<Blob | null> {
  try {
    const response = await fetch(url);
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}
