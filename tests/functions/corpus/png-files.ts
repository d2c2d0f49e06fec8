import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { broken, hostile, ready, tooLarge, type CorpusFile } from './corpus-file.ts';
import { PHONE_EXIF, plain, scene, SECRET_XMP } from './scene.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEADER_END = 33;
const BOMB_BYTES = 80_000_000;

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** Bits for each channel; 6 is RGBA. */
function header(width: number, height: number, bits: number, colourType: number): Buffer {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  body.writeUInt8(bits, 8);
  body.writeUInt8(colourType, 9);
  return chunk('IHDR', body);
}

function png(head: Buffer, data: Buffer): Buffer {
  return Buffer.concat([SIGNATURE, head, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** The same file with another chunk, or several of it, right after the header. */
function withChunk(file: Buffer, type: string, body: Buffer, times = 1): Buffer {
  return Buffer.concat([
    file.subarray(0, HEADER_END),
    ...Array.from({ length: times }, () => chunk(type, body)),
    file.subarray(HEADER_END),
  ]);
}

function named(name: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${name}\0\0`, 'latin1'), body]);
}

/** Deflated. libpng takes at most 50 MB for each text or profile. */
function manyLetters(bytes: number): Buffer {
  return deflateSync(Buffer.alloc(bytes, 'x'), { level: 9 });
}

/** One that libpng believes, as its length is true. */
async function longProfile(bytes: number): Promise<Buffer> {
  const file = await plain(1, 1).png().withIccProfile('p3').toBuffer();
  const profile = Buffer.alloc(bytes);
  (await sharp(file).metadata()).icc?.copy(profile);
  profile.writeUInt32BE(bytes);
  return deflateSync(profile, { level: 9 });
}

export async function pngFiles(): Promise<CorpusFile[]> {
  const file = await scene().png().toBuffer();
  const turned = await scene().png().withMetadata({ orientation: 6 }).toBuffer();
  const text = named('Comment', manyLetters(48_000_000));
  const shortText = named('Comment', manyLetters(7_900_000));
  const xmp = named('XML:com.adobe.xmp\0\u0001\0', manyLetters(48_000_000));
  const profile = named('p', await longProfile(49_000_000));
  const longestProfile = named('p', await longProfile(7_800_000));
  const bomb = deflateSync(Buffer.alloc(BOMB_BYTES), { level: 9 });
  const wide = await plain(2_500, 2_500, 4).toColourspace('rgb16').png().toBuffer();
  const interlaced = await plain(4_500, 4_500).png({ progressive: true }).toBuffer();
  const badChecksum = Buffer.from(file);
  badChecksum.writeUInt8(badChecksum.readUInt8(29) ^ 0xff, 29);
  return [
    ready('plain.png', file, { width: 240, height: 160 }),
    ready('alpha.png', await scene().ensureAlpha(0.5).png().toBuffer()),
    ready('palette.png', await scene().png({ palette: true }).toBuffer()),
    ready('16-bit.png', await scene().toColourspace('rgb16').png().toBuffer()),
    ready('grey.png', await scene().greyscale().png().toBuffer()),
    ready('interlaced.png', await scene().png({ progressive: true }).toBuffer()),
    ready('exif.png', await scene().png().withExif(PHONE_EXIF).toBuffer()),
    ready('icc.png', await scene().png().withIccProfile('p3').toBuffer()),
    ready('xmp.png', await scene().png().withXmp(SECRET_XMP).toBuffer()),
    ready('text.png', withChunk(file, 'tEXt', Buffer.from('Comment\0Secret text'))),
    ready('html-in-text.png', withChunk(file, 'tEXt', Buffer.from('Title\0<script>1</script>'))),
    ready('zip-behind.png', Buffer.concat([file, Buffer.from('PK\u0003\u0004Secret')])),
    ready('1x1.png', await plain(1, 1).png().toBuffer(), { width: 1, height: 1 }),
    ready('1x10000.png', await plain(1, 10_000).png().toBuffer(), { width: 1, height: 2_048 }),
    ready('turned.png', turned, { width: 160, height: 240 }),
    ready('text-bombs.png', withChunk(file, 'zTXt', text, 2)),
    ready('many-text-bombs.png', withChunk(file, 'zTXt', shortText, 12)),
    ready('xmp-bombs.png', withChunk(file, 'iTXt', xmp, 2)),
    ready('profile-bomb.png', withChunk(file, 'iCCP', profile)),
    ready('longest-profile.png', withChunk(file, 'iCCP', longestProfile)),
    hostile('25-megapixels.png', await plain(5_000, 5_000).png().toBuffer()),
    hostile('6-megapixels-16-bit.png', wide),
    hostile('25-megapixels-16-bit.png', png(header(5_000, 5_000, 16, 6), bomb)),
    hostile('20-megapixels-interlaced.png', interlaced),
    hostile('bomb-in-data.png', png(header(100, 100, 8, 6), bomb)),
    tooLarge('5200x5200.png', await plain(5_200, 5_200).png().toBuffer()),
    tooLarge('claims-100000.png', png(header(100_000, 100_000, 8, 6), bomb.subarray(0, 1_000))),
    broken('claims-0x0.png', png(header(0, 0, 8, 6), bomb.subarray(0, 100))),
    broken('bad-checksum.png', badChecksum),
    broken('bad-data.png', png(header(100, 100, 8, 6), Buffer.from('not deflated'))),
    broken('half.png', file.subarray(0, file.length / 2)),
    broken('signature-only.png', SIGNATURE),
  ];
}
