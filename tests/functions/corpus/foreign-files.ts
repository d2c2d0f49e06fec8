import { gzipSync } from 'node:zlib';
import { seededRandom } from '../../../tools/random/seeded-random.ts';
import { broken, type CorpusFile } from './corpus-file.ts';
import { scene } from './scene.ts';

const LAUGHS = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
).join('');

/** What is no picture that Plaza takes, whatever it says of itself. */
export async function foreignFiles(): Promise<CorpusFile[]> {
  const random = seededRandom(7);
  const noise = Buffer.from(Array.from({ length: 50_000 }, () => Math.floor(random() * 256)));
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>';
  return [
    broken('nothing', Buffer.alloc(0)),
    broken('one-byte', Buffer.from([0xff])),
    broken('noise', noise),
    broken('zeros', Buffer.alloc(102_400)),
    broken('page.html', Buffer.from('<!doctype html><script>alert(1)</script>')),
    broken('drawing.svg', Buffer.from(svg)),
    broken('file-reader.svg', Buffer.from(svg.replace('<rect/>', '<image href="/etc/passwd"/>'))),
    broken('laughs.svg', Buffer.from(`<!DOCTYPE s [<!ENTITY l0 "ha">${LAUGHS}]>${svg}`)),
    broken('archive.zip', Buffer.from('PK\u0003\u0004\u0014\0\0\0\0\0')),
    broken('packed.gz', gzipSync(noise)),
    broken('paper.pdf', Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n')),
    broken('photo.tiff', await scene().tiff().toBuffer()),
    broken('photo.avif', await scene().avif({ effort: 0 }).toBuffer()),
    broken('photo.bmp', Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)])),
    broken('favicon.ico', Buffer.from([0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0])),
    broken('photo.ppm', Buffer.from('P6 1 1 255\n\x01\x02\x03')),
    broken('table.csv', Buffer.from('1,2,3\n4,5,6\n')),
    broken('movie.mp4', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1')),
  ];
}
