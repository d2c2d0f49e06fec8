import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { step } from '../progress.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  await step('Building the functions', buildFunctions);
  await step('Building the client', buildWeb);
  return 0;
});
