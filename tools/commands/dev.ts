import { watchFunctions } from '../build/build-functions.ts';
import { findFreePort, requireFree } from '../suite/ports.ts';
import { serveUntilStopped } from '../suite/serve.ts';
import { startVite, type ViteServer } from '../suite/vite-server.ts';
import { runCommand } from './run-command.ts';
import { suiteOptionsFromArgs } from './suite-options.ts';

const VITE_PORT = 5173;

await runCommand(async () => {
  const { freePorts, ...options } = await suiteOptionsFromArgs();
  const port = freePorts ? await findFreePort() : VITE_PORT;
  await requireFree({ vite: port });
  const stopWatching = await watchFunctions();
  let vite: ViteServer | undefined;
  try {
    return await serveUntilStopped(options, async (suite) => {
      vite = startVite(port, suite.url);
      return vite.url;
    });
  } finally {
    await vite?.stop();
    await stopWatching();
  }
});
