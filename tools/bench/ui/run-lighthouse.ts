import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from '../../process/run.ts';
import { ROOT } from '../../root.ts';

/** Not among the packages: it would make every clone 60 MB larger for one command. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** Scores of 0 to 100, and what that of performance is made of. */
export interface Scores {
  performance: number;
  accessibility: number;
  bestPractices: number;
  firstPaintMs: number;
  largestPaintMs: number;
  speedIndexMs: number;
  blockedMs: number;
  cls: number;
}

interface Report {
  runtimeError?: { message: string };
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
}

/**
 * Of a mobile phone, as Lighthouse has it: the median of so many runs, each figure for itself, in the
 * browser that listens at this port, with whatever is signed in there.
 * @throws Error when npm cannot fetch Lighthouse, or it cannot finish
 */
export async function runLighthouse(url: string, port: number, runs: number): Promise<Scores> {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1) reports.push(await runOnce(url, port));
  const score = (id: string) =>
    median(reports.map(({ categories }) => Math.round((categories[id]?.score ?? 0) * 100)));
  const figure = (id: string) =>
    median(reports.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN));
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    firstPaintMs: Math.round(figure('first-contentful-paint')),
    largestPaintMs: Math.round(figure('largest-contentful-paint')),
    speedIndexMs: Math.round(figure('speed-index')),
    blockedMs: Math.round(figure('total-blocking-time')),
    cls: figure('cumulative-layout-shift'),
  };
}

async function runOnce(url: string, port: number): Promise<Report> {
  const output = join(ROOT, '.local', `lighthouse-${process.pid}.json`);
  const { code, output: said } = await capture(
    'npx',
    [
      ['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${output}`],
      [`--port=${port}`, '--disable-storage-reset'],
      [`--only-categories=${CATEGORIES.join(',')}`],
    ].flat(),
    { env: process.env },
  );
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}: ${said}`);
  const report = JSON.parse(await readFile(output, 'utf8')) as Report;
  await rm(output);
  if (report.runtimeError !== undefined) throw new Error(report.runtimeError.message);
  return report;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
