import { SetupError } from '../setup-error.ts';

/** Runs a command's main function; an error that a person can act on is one sentence, not a stack. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
