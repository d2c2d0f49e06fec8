import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import sharp, { type Metadata } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  IMAGE_MAX_BYTES,
  IMAGE_MAX_SECONDS,
  IMAGE_OVERRUN_SECONDS,
  PUBLISHED_SIDE_MAX_PX,
  THUMBNAIL_DENSE_MAX_BYTES,
  THUMBNAIL_SIDE_PX,
} from '@plaza/shared/limits';
import { ROOT } from '../../tools/root.ts';
import { makeCorpus } from './corpus/corpus.ts';
import type { CorpusFile } from './corpus/corpus-file.ts';
import type { RenderReport } from './render-corpus.ts';

const PEAK_MAX_MB = 300;

/** Of what the corpus hides in its files, and of where WebP would keep it. */
const TRACES = ['Secret', 'script', 'svg', 'PK\u0003\u0004', 'Exif', 'EXIF', 'XMP ', 'ICCP'];

let folder: string;
let corpus: CorpusFile[];
let reports: Map<string, RenderReport>;
let peakMb: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plaza-corpus-'));
  const [input, output] = [join(folder, 'in'), join(folder, 'out')];
  await Promise.all([mkdir(input), mkdir(output)]);
  corpus = await makeCorpus();
  for (const { name, bytes } of corpus) await writeFile(join(input, name), bytes);
  // Through the same environment as the deployed functions, and with nothing else in the process.
  const environment = parseEnv(await readFile(join(ROOT, 'functions', 'deployed.env'), 'utf8'));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'tests', 'functions', 'render-corpus.ts'), input, output],
    { env: { ...process.env, ...environment, NODE_OPTIONS: '' }, maxBuffer: 1e7 },
  );
  const result = JSON.parse(stdout) as { reports: RenderReport[]; peakMb: number };
  reports = new Map(result.reports.map((report) => [report.name, report]));
  peakMb = result.peakMb;
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

function reportOf(name: string): RenderReport {
  const report = reports.get(name);
  if (report === undefined) throw new Error(`${name} was not rendered.`);
  return report;
}

interface Published {
  name: string;
  kind: 'image' | 'thumbnail';
  bytes: Buffer;
  metadata: Metadata;
}

async function published(): Promise<Published[]> {
  const found: Published[] = [];
  for (const { name, state } of reports.values()) {
    if (state === 'rejected') continue;
    for (const kind of ['image', 'thumbnail'] as const) {
      const bytes = await readFile(join(folder, 'out', `${name}.${kind}`));
      found.push({ name, kind, bytes, metadata: await sharp(bytes).metadata() });
    }
  }
  return found;
}

test('[FN8] no file crashes the pipeline or takes more than 300 MB', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  expect([...reports.keys()].toSorted()).toEqual(corpus.map(({ name }) => name).toSorted());
  expect(peakMb).toBeLessThanOrEqual(PEAK_MAX_MB);
});

test('[FN6] each file becomes what it must', () => {
  const expected = corpus.filter(({ becomes }) => becomes !== 'anything');
  expect(expected.map(({ name }) => [name, reportOf(name).reason ?? reportOf(name).state])).toEqual(
    expected.map(({ name, becomes }) => [name, becomes]),
  );
});

test('[FN36] no file takes longer than an image may', () => {
  const slow = [...reports.values()].filter(
    ({ ms }) => ms > (IMAGE_MAX_SECONDS + IMAGE_OVERRUN_SECONDS) * 1_000,
  );
  expect(slow).toEqual([]);
});

test('[FN3] what is published is WebP, upright, small enough and of the size that is said', async () => {
  for (const { name, kind, bytes, metadata } of await published()) {
    expect.soft(metadata.format, name).toBe('webp');
    expect
      .soft(Math.max(metadata.width, metadata.height), name)
      .toBeLessThanOrEqual(PUBLISHED_SIDE_MAX_PX);
    expect.soft(bytes.length, name).toBeLessThanOrEqual(IMAGE_MAX_BYTES);
    if (kind === 'thumbnail') continue;
    const { width, height } = reportOf(name);
    expect.soft([metadata.width, metadata.height], name).toEqual([width, height]);
  }
  for (const { name, width, height } of corpus) {
    expect.soft(reportOf(name), name).toMatchObject(width === undefined ? {} : { width, height });
  }
});

test('[FN3] each of the eight orientations is obeyed', async () => {
  const pictures = (await published()).filter(({ name }) => name.startsWith('orientation-1'));
  expect(pictures).toHaveLength(2);
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    const file = join(folder, 'out', `orientation-${orientation}.jpg.image`);
    const corner = await sharp(file)
      .extract({ left: 5, top: 5, width: 1, height: 1 })
      .raw()
      .toBuffer();
    // The red quarter is turned by the tag, so where it lands tells whether the tag was obeyed.
    expect.soft(nearestColour(corner), `${orientation}`).toBe(TOP_LEFT[orientation - 1]);
  }
});

/** The scene is red and green above, blue and white below; the tag says how to turn it. */
const TOP_LEFT = ['red', 'green', 'white', 'blue', 'red', 'blue', 'white', 'green'];

function nearestColour(pixel: Buffer): string {
  const [red = 0, green = 0, blue = 0] = pixel;
  if (red > 150 && green > 150 && blue > 150) return 'white';
  return red > green && red > blue ? 'red' : green > blue ? 'green' : 'blue';
}

test('[FN4] a thumbnail is at most twice 320 px, and 320 px where that takes too many bytes', async () => {
  for (const { name, kind, bytes, metadata } of await published()) {
    if (kind === 'image') continue;
    const side = Math.max(metadata.width, metadata.height);
    const { width, height } = reportOf(name);
    const isDense = side > THUMBNAIL_SIDE_PX;
    expect.soft(side, name).toBeLessThanOrEqual(Math.max(width, height));
    expect.soft(side, name).toBeLessThanOrEqual(2 * THUMBNAIL_SIDE_PX);
    expect.soft(isDense ? bytes.length : 0, name).toBeLessThanOrEqual(THUMBNAIL_DENSE_MAX_BYTES);
  }
});

test('[FN5] nothing that was beside the pixels is published', async () => {
  for (const { name, bytes, metadata } of await published()) {
    expect.soft(metadata, name).not.toHaveProperty('exif');
    expect.soft(metadata, name).not.toHaveProperty('xmp');
    expect.soft(metadata, name).not.toHaveProperty('icc');
    expect.soft(metadata, name).not.toHaveProperty('iptc');
    expect.soft(metadata, name).not.toHaveProperty('orientation');
    const traces = TRACES.filter((trace) => bytes.includes(trace));
    expect.soft(traces, name).toEqual([]);
  }
});

test('[FN7] an animation stays one if it fits, and becomes its first frame otherwise', async () => {
  const pictures = new Map(
    (await published()).map((found) => [`${found.name} ${found.kind}`, found]),
  );
  for (const { name, becomes, frames = 1 } of corpus) {
    if (becomes !== 'ready') continue;
    expect.soft(pictures.get(`${name} image`)?.metadata.pages ?? 1, name).toBe(frames);
    expect.soft(pictures.get(`${name} thumbnail`)?.metadata.pages ?? 1, name).toBe(1);
  }
});
