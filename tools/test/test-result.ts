export interface TestResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
}

/** A check that is one thing: it holds or it does not. */
export function checkResult(name: string, holds: boolean): TestResult {
  return { name, passed: holds ? 1 : 0, failed: holds ? 0 : 1 };
}
