import { randomBytes } from 'node:crypto';
import { UPLOAD_MAX_BYTES } from '@plaza/shared/limits';
import { arithmetic } from './arithmetic.ts';
import { broken, hostile, ready, tooLarge, tooSlow, type CorpusFile } from './corpus-file.ts';
import { manyScans } from './many-scans.ts';
import { PHONE_EXIF, plain, scene, SECRET_XMP } from './scene.ts';

const START_OF_FRAME = 0xc0;
const START_OF_SCAN = 0xda;

/** A marker segment: its length counts itself, not the marker. */
function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4, 0xff);
  head.writeUInt8(marker, 1);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The same file with another segment right after the start. */
function withSegment(jpeg: Buffer, marker: number, body: Buffer): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), segment(marker, body), jpeg.subarray(2)]);
}

/** The same file, but its header tells other sides. */
function withSides(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = copy.indexOf(Buffer.from([0xff, START_OF_FRAME]));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

/** Each scan goes over all pixels again: a few bytes, repeated, cost a lot of time. */
function withManyScans(progressive: Buffer, scans: number): Buffer {
  const last = progressive.lastIndexOf(Buffer.from([0xff, START_OF_SCAN]));
  const scan = progressive.subarray(last, -2);
  const repeated = Array.from({ length: scans }, () => scan);
  return Buffer.concat([progressive.subarray(0, last), ...repeated, progressive.subarray(-2)]);
}

function padTo(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, randomBytes(length - bytes.length)]);
}

async function orientations(): Promise<CorpusFile[]> {
  const files = [];
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    const bytes = await scene().jpeg().withMetadata({ orientation }).toBuffer();
    const [width, height] = orientation < 5 ? [240, 160] : [160, 240];
    files.push(ready(`orientation-${orientation}.jpg`, bytes, { width, height }));
  }
  return files;
}

export async function jpegFiles(): Promise<CorpusFile[]> {
  const plainJpeg = await scene().jpeg({ quality: 90 }).toBuffer();
  const large = await plain(5_000, 5_000).jpeg({ progressive: true, quality: 30 }).toBuffer();
  const medium = await plain(3_000, 3_000).jpeg({ progressive: true, quality: 1 }).toBuffer();
  return [
    ready('baseline.jpg', plainJpeg, { width: 240, height: 160 }),
    ready('progressive.jpg', await scene().jpeg({ progressive: true }).toBuffer()),
    ready('mozjpeg.jpg', await scene().jpeg({ mozjpeg: true }).toBuffer()),
    ready('full-chroma.jpg', await scene().jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()),
    ready('grey.jpg', await scene().greyscale().jpeg().toBuffer()),
    ready('cmyk.jpg', await scene().toColourspace('cmyk').jpeg().toBuffer()),
    ...(await orientations()),
    ready('gps.jpg', await scene().jpeg().withExif(PHONE_EXIF).toBuffer()),
    ready('icc.jpg', await scene().jpeg().withIccProfile('p3').toBuffer()),
    ready('xmp.jpg', await scene().jpeg().withXmp(SECRET_XMP).toBuffer()),
    ready('comment.jpg', withSegment(plainJpeg, 0xfe, Buffer.from('Secret comment'))),
    ready('html-in-comment.jpg', withSegment(plainJpeg, 0xfe, Buffer.from('<script>1</script>'))),
    ready('1x1.jpg', await plain(1, 1).jpeg().toBuffer(), { width: 1, height: 1 }),
    ready('10000x1.jpg', await plain(10_000, 1).jpeg().toBuffer(), { width: 2_048, height: 1 }),
    ready('102400-bytes.jpg', padTo(plainJpeg, UPLOAD_MAX_BYTES)),
    ready('102401-bytes.jpg', padTo(plainJpeg, UPLOAD_MAX_BYTES + 1)),
    ready('zip-behind.jpg', Buffer.concat([plainJpeg, Buffer.from('PK\u0003\u0004Secret')])),
    ready('html-behind.jpg', Buffer.concat([plainJpeg, Buffer.from('<svg onload=alert(1)>')])),
    hostile('broken-exif.jpg', withSegment(plainJpeg, 0xe1, Buffer.from('Exif\0\0II*\0\xff\xff'))),
    hostile('broken-icc.jpg', withSegment(plainJpeg, 0xe2, Buffer.from('ICC_PROFILE\0\x01\x01xx'))),
    hostile('25-megapixels.jpg', await plain(5_000, 5_000).jpeg({ quality: 1 }).toBuffer()),
    tooLarge('25-megapixels-progressive.jpg', large),
    tooSlow('repeated-scans.jpg', withManyScans(medium, 60)),
    tooSlow('883-scans.jpg', manyScans(5_000, 63)),
    tooSlow('arithmetic.jpg', arithmetic(64, false)),
    tooSlow('arithmetic-progressive.jpg', arithmetic(64, true)),
    ready('50-scans.jpg', manyScans(5_000, 7, 7)),
    tooLarge('claims-65500.jpg', withSides(plainJpeg, 65_500, 65_500)),
    hostile('claims-5000.jpg', withSides(plainJpeg, 5_000, 5_000)),
    broken('claims-0x0.jpg', withSides(plainJpeg, 0, 0)),
    broken('half.jpg', plainJpeg.subarray(0, plainJpeg.length / 2)),
    broken('start-only.jpg', plainJpeg.subarray(0, 3)),
    broken('header-only.jpg', plainJpeg.subarray(0, 160)),
  ];
}
