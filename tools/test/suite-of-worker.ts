/** The environment variable that hands suites to tests, as a JSON list of their own variables. */
export const SUITES = 'PLAZA_SUITES';

/** The variables of each suite at hand: without a list, of the one that the environment names. */
export function suites(): NodeJS.ProcessEnv[] {
  const text = process.env[SUITES];
  return text === undefined ? [{ ...process.env }] : (JSON.parse(text) as NodeJS.ProcessEnv[]);
}

/** Points this process at a suite that no other worker uses: its room is its own. */
export function enterSuiteOfWorker(): void {
  const index = Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);
  Object.assign(process.env, suites()[index]);
}
