import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { drawPhotos } from '../bench/draw-photo.ts';
import type { ImagePhase } from '../bench/image-phase.ts';
import { capture } from '../process/run.ts';
import { step } from '../progress.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { ROOT } from '../root.ts';
import { runCommand } from './run-command.ts';

const PHOTOS = 200;
const SEED = 1;
const ROUNDS = 5;
const RATIO_MIN = 0.85;

async function writePhotos(folder: string): Promise<void> {
  let index = 0;
  for await (const photo of drawPhotos(seededRandom(SEED))) {
    if (index === PHOTOS) return;
    await writeFile(join(folder, `${index}.jpg`), photo);
    index += 1;
  }
}

async function runPhase(way: 'pipeline' | 'bare', folder: string): Promise<ImagePhase> {
  const deployed = parseEnv(await readFile(join(ROOT, 'functions', 'deployed.env'), 'utf8'));
  const script = join(ROOT, 'tools', 'bench', 'image-phase.ts');
  const env = { ...process.env, ...deployed };
  const { code, output } = await capture(process.execPath, [script, way, folder], { env });
  if (code !== 0) throw new Error(output);
  return JSON.parse(output) as ImagePhase;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

await runCommand(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plaza-photos-'));
  try {
    await step(`Drawing ${PHOTOS} photos`, () => writePhotos(folder));
    const pipeline: ImagePhase[] = [];
    const bare: ImagePhase[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await step(`Round ${round} of ${ROUNDS}`, async () => {
        // Who is first changes, so that a machine that slows down favours neither.
        const ways =
          round % 2 === 1 ? (['pipeline', 'bare'] as const) : (['bare', 'pipeline'] as const);
        for (const way of ways) {
          (way === 'pipeline' ? pipeline : bare).push(await runPhase(way, folder));
        }
      });
    }
    const ratios = pipeline.map(
      ({ imagesPerSecond }, round) => imagesPerSecond / (bare[round]?.imagesPerSecond ?? 0),
    );
    const figures = {
      images: PHOTOS,
      seed: SEED,
      rounds: ROUNDS,
      imagesPerSecond: median(pipeline.map(({ imagesPerSecond }) => imagesPerSecond)),
      bareImagesPerSecond: median(bare.map(({ imagesPerSecond }) => imagesPerSecond)),
      ratio: median(ratios),
      peakMb: Math.max(...pipeline.map(({ peakMb }) => peakMb)),
      barePeakMb: Math.max(...bare.map(({ peakMb }) => peakMb)),
      publishedKb: (pipeline[0]?.bytes ?? 0) / PHOTOS / 1_024,
      barePublishedKb: (bare[0]?.bytes ?? 0) / PHOTOS / 1_024,
    };
    const rounded = Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1_000) / 1_000]),
    );
    console.log(
      `\n  the pipeline makes ${rounded['imagesPerSecond']} images a second, bare sharp ${rounded['bareImagesPerSecond']}: ratio ${rounded['ratio']} (at least ${RATIO_MIN})`,
    );
    console.log(JSON.stringify(rounded));
    return figures.ratio >= RATIO_MIN ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
