import { parseArgs } from 'node:util';
import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { step } from '../progress.ts';
import { findFreePorts, DEFAULT_PORTS } from '../suite/ports.ts';
import { serveUntilStopped } from '../suite/serve.ts';
import { runCommand } from './run-command.ts';

const { values } = parseArgs({
  options: {
    keep: { type: 'boolean', default: false },
    'free-ports': { type: 'boolean', default: false },
  },
});

await runCommand(async () => {
  const ports = values['free-ports'] ? await findFreePorts() : DEFAULT_PORTS;
  await step('Building the functions', buildFunctions);
  const webBuild = step('Building the client', buildWeb);
  webBuild.catch(() => {});
  return serveUntilStopped({ ports, keepData: values.keep }, async (suite) => {
    await webBuild;
    return suite.url;
  });
});
