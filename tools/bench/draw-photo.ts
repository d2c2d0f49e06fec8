import sharp from 'sharp';
import { randomInt, type Random } from '../random/seeded-random.ts';

const SCENE = { width: 1_800, height: 1_400 };
const PHOTOS_PER_SCENE = 5;
const MAX_BYTES = 102_400;
/** Beyond this it would be noise, which no client can send in 100 KB. */
const FINEST_DETAIL_PX = 6;

/** Photos of different sizes, five of each scene, each of another part of it. */
export async function* drawPhotos(random: Random): AsyncGenerator<Buffer> {
  for (;;) {
    const scene = await drawScene(random);
    for (let index = 0; index < PHOTOS_PER_SCENE; index += 1) yield takePhoto(random, scene);
  }
}

/** What a client sends: at most 1,600 px and 100 KB of JPEG, as good as fits. */
async function takePhoto(random: Random, scene: Buffer): Promise<Buffer> {
  const width = randomInt(random, 900, 1_600);
  const height = Math.round(width * 0.75);
  const part = await sharp(scene, { raw: { ...SCENE, channels: 3 } })
    .extract({
      left: randomInt(random, 0, SCENE.width - width),
      top: randomInt(random, 0, SCENE.height - height),
      width,
      height,
    })
    .raw()
    .toBuffer();
  for (let quality = 85; ; quality -= 10) {
    const photo = sharp(part, { raw: { width, height, channels: 3 } }).jpeg({ quality });
    const bytes = await photo.toBuffer();
    if (bytes.length <= MAX_BYTES) return bytes;
  }
}

/** Details of all scales, as nature has them, and things in front of them. */
async function drawScene(random: Random): Promise<Buffer> {
  const { width, height } = SCENE;
  const sum = new Float32Array(width * height * 3).fill(120);
  const roughness = 0.5 + random() * 0.15;
  for (let across = 3, strength = 110; across <= width / FINEST_DETAIL_PX; across *= 2) {
    const layer = await noise(random, across);
    for (let index = 0; index < sum.length; index += 1) {
      sum[index] = (sum[index] ?? 0) + (((layer[index] ?? 0) - 128) * strength) / 128;
    }
    strength *= roughness;
  }
  const pixels = Buffer.from(Uint8ClampedArray.from(sum));
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .composite([{ input: things(random) }])
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** `across` random colours beside each other, and what lies between them. */
function noise(random: Random, across: number): Promise<Buffer> {
  const { width, height } = SCENE;
  const grid = { width: across, height: Math.max(2, Math.round((across * height) / width)) };
  const colours = Buffer.alloc(grid.width * grid.height * 3);
  for (let index = 0; index < colours.length; index += 3) {
    const light = random() * 200;
    for (let channel = 0; channel < 3; channel += 1)
      colours[index + channel] = light + random() * 55;
  }
  return sharp(colours, { raw: { ...grid, channels: 3 } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .raw()
    .toBuffer();
}

function things(random: Random): Buffer {
  const { width, height } = SCENE;
  const ellipses = Array.from({ length: 12 }, () => {
    const [x, y] = [random() * width, random() * height];
    const [rx, ry] = [20 + (random() * width) / 6, 20 + (random() * height) / 6];
    const colour = `hsl(${randomInt(random, 0, 359)} 45% ${randomInt(random, 20, 80)}%)`;
    return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${colour}" fill-opacity="${0.3 + random() * 0.7}"/>`;
  });
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ellipses.join('')}</svg>`,
  );
}
