import { chromium } from '@playwright/test';
import { timeMessages } from '../bench/time-messages.ts';
import { CHROMIUM_ARGS, LEAVE_SIGNALS } from '../browser/chromium-args.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { step } from '../progress.ts';
import { findFreePorts } from '../suite/ports.ts';
import { startSuite } from '../suite/suite.ts';
import { runCommand } from './run-command.ts';

const MESSAGES = 220;
/** The first ones open streams and fill caches. */
const WARM_UP = 20;
const ECHO_P95_MAX_MS = 50;
const RATIO_MAX = 1.15;

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

await runCommand(async () => {
  await step('Building', () => Promise.all([buildFunctions(), buildWeb()]));
  const ports = await findFreePorts();
  const suite = await step('Starting the Firebase emulators', () =>
    startSuite({ ports, keptData: null }),
  );
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    ...LEAVE_SIGNALS,
    args: [...CHROMIUM_ARGS],
  });
  try {
    const target = {
      url: suite.url,
      authUrl: `http://${suite.env['FIREBASE_AUTH_EMULATOR_HOST']}`,
      firestorePort: ports.firestore,
    };
    const times = await step(`Sending ${MESSAGES} messages, one a second, each way`, () =>
      timeMessages(browser, target, MESSAGES),
    );
    const [echo, other, bare] = [times.echo, times.other, times.bare].map((all) =>
      all.slice(WARM_UP),
    );
    const medianMs = rounded(quantile(other ?? [], 0.5));
    const bareMedianMs = rounded(quantile(bare ?? [], 0.5));
    const figures = {
      messages: MESSAGES - WARM_UP,
      echoP95Ms: rounded(quantile(echo ?? [], 0.95)),
      medianMs,
      bareMedianMs,
      ratio: rounded(medianMs / bareMedianMs),
      p95Ms: rounded(quantile(other ?? [], 0.95)),
    };
    console.log(
      `\n  own echo ${figures.echoP95Ms} ms (p95, limit ${ECHO_P95_MAX_MS}); to the other screen ${medianMs} ms (median), bare SDK ${bareMedianMs} ms, ratio ${figures.ratio} (limit ${RATIO_MAX})`,
    );
    console.log(JSON.stringify(figures));
    return figures.echoP95Ms < ECHO_P95_MAX_MS && figures.ratio <= RATIO_MAX ? 0 : 1;
  } finally {
    await browser.close();
    await suite.stop();
  }
});
