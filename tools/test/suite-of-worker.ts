/** The environment variable that hands suites to the browser tests, as a JSON list of their own variables. */
export const SUITES = 'PLAZA_SUITES';

function suites(): Record<string, string>[] {
  const text = process.env[SUITES];
  return text === undefined ? [] : (JSON.parse(text) as Record<string, string>[]);
}

/** At least one: without a list, the suite that the environment names. */
export function suiteCount(): number {
  return Math.max(suites().length, 1);
}

/** Points this process at a suite that no other worker uses: its room is its own. */
export function enterSuiteOfWorker(): void {
  const index = Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);
  Object.assign(process.env, suites()[index]);
}
