import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from '../../process/run.ts';
import { ROOT } from '../../root.ts';

/** Not among the packages: it would make every clone 60 MB larger for one command. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = {
  performance: 'performance',
  accessibility: 'accessibility',
  bestPractices: 'best-practices',
} as const;

export type Scores = Record<keyof typeof CATEGORIES, number>;

interface Report {
  categories: Record<string, { score: number | null }>;
}

/**
 * Scores of 0 to 100 for a mobile phone, as Lighthouse gives them: the median of so many runs, in the
 * browser that listens at this port, with whatever is signed in there.
 * @throws Error when npm cannot fetch Lighthouse, or it cannot finish
 */
export async function runLighthouse(url: string, port: number, runs: number): Promise<Scores> {
  const scores: Scores[] = [];
  for (let run = 0; run < runs; run += 1) scores.push(await runOnce(url, port));
  return {
    performance: median(scores.map(({ performance }) => performance)),
    accessibility: median(scores.map(({ accessibility }) => accessibility)),
    bestPractices: median(scores.map(({ bestPractices }) => bestPractices)),
  };
}

async function runOnce(url: string, port: number): Promise<Scores> {
  const output = join(ROOT, '.local', `lighthouse-${process.pid}.json`);
  await capture(
    'npx',
    [
      ['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${output}`],
      [`--port=${port}`, '--disable-storage-reset'],
      [`--only-categories=${Object.values(CATEGORIES).join(',')}`],
    ].flat(),
    { env: process.env },
  );
  const { categories } = JSON.parse(await readFile(output, 'utf8')) as Report;
  await rm(output);
  const scoreOf = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
  return {
    performance: scoreOf(CATEGORIES.performance),
    accessibility: scoreOf(CATEGORIES.accessibility),
    bestPractices: scoreOf(CATEGORIES.bestPractices),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
