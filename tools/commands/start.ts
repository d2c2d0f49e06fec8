import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { step } from '../progress.ts';
import { serveUntilStopped } from '../suite/serve.ts';
import { runCommand } from './run-command.ts';
import { suiteOptionsFromArgs } from './suite-options.ts';

await runCommand(async () => {
  const options = await suiteOptionsFromArgs();
  await step('Building the functions', buildFunctions);
  const webBuild = step('Building the client', buildWeb);
  webBuild.catch(() => {});
  try {
    return await serveUntilStopped(options, async (suite) => {
      await webBuild;
      return suite.url;
    });
  } finally {
    await Promise.allSettled([webBuild]);
  }
});
