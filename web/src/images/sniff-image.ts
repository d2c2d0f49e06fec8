export type ImageFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic' | 'bmp' | 'svg';

const HEIF_BRANDS = /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/;
const AVIF_BRANDS = /^avi[fso]$/;
const XML_START = /^\uFEFF?\s*</;
/** Where a drawing says that it is one, behind comments and a document type. */
const SVG_HEAD_BYTES = 4_096;

/** What a file is by its first bytes, whatever its name says; null if it is no image. */
export function sniffImage(head: Uint8Array): ImageFormat | null {
  const text = String.fromCharCode(...head.subarray(0, 16));
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'webp';
  if (text.startsWith('BM')) return 'bmp';
  if (text.slice(4, 8) === 'ftyp') return sniffContainer(head);
  return isSvg(head) ? 'svg' : null;
}

/** HEIC and AVIF share a container: the brands behind its type tell them apart. */
function sniffContainer(head: Uint8Array): ImageFormat | null {
  const boxBytes = new DataView(head.buffer, head.byteOffset).getUint32(0);
  const names = String.fromCharCode(...head.subarray(8, Math.min(boxBytes, 256)));
  const brands = names.match(/[^]{4}/g) ?? [];
  if (brands.some((brand) => AVIF_BRANDS.test(brand))) return 'avif';
  return brands.some((brand) => HEIF_BRANDS.test(brand)) ? 'heic' : null;
}

function isSvg(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head.subarray(0, SVG_HEAD_BYTES));
  return XML_START.test(text) && /<svg[\s>]/i.test(text);
}
