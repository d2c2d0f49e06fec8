import { run } from '../process/run.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const linted = await run('oxlint', ['--fix']);
  const formatted = await run('prettier', ['--write', '--log-level=warn', '.']);
  return linted || formatted;
});
