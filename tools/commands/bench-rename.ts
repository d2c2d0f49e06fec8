import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { RENAME_MESSAGES_PER_SECOND_MAX } from '@plaza/shared/limits';
import { renamePerson } from '../bench/rename-person.ts';
import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { step } from '../progress.ts';
import { findFreePorts } from '../suite/ports.ts';
import { PROJECT_ID, startSuite } from '../suite/suite.ts';
import { runCommand } from './run-command.ts';

const MESSAGES = 10_000;
const SECONDS_MAX = 60;
/** Memory is flat when the whole takes hardly more than the first tenth. */
const GROWTH_MAX_MB = 50;
/**
 * In an instance of 256 MiB Node lets the room for new objects grow to 5 MB; where there is more
 * memory to 128 MB, which would look as if something stayed. Measured with Node 24 in a cgroup.
 */
const AS_IN_THE_INSTANCE = '--max-semi-space-size=1';

await runCommand(async () => {
  process.env['NODE_OPTIONS'] = AS_IN_THE_INSTANCE;
  await step('Building', () => Promise.all([buildFunctions(), buildWeb()]));
  const ports = await findFreePorts();
  const suite = await step('Starting the Firebase emulators', () =>
    startSuite({ ports, keptData: null }),
  );
  try {
    Object.assign(process.env, suite.env);
    const app = initializeApp({ projectId: PROJECT_ID });
    const toggle = async (name: string) => {
      const hub = suite.env['FIREBASE_EMULATOR_HUB'] ?? '';
      await fetch(`http://${hub}/functions/${name}BackgroundTriggers`, { method: 'PUT' });
    };
    const triggers = { pause: () => toggle('disable'), resume: () => toggle('enable') };
    const figures = await step(`Renaming somebody with ${MESSAGES} messages`, () =>
      renamePerson(getFirestore(app), MESSAGES, triggers),
    );
    await deleteApp(app);
    const rounded = Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]),
    );
    console.log(
      `\n  ${rounded['messages']} messages in ${rounded['seconds']} s (limit ${SECONDS_MAX}), at most ${rounded['mostUpdatesInOneSecond']} updates in a second (limit ${RENAME_MESSAGES_PER_SECOND_MAX}), ${rounded['peakMb']} MB`,
    );
    console.log(JSON.stringify(rounded));
    const holds =
      figures.messages === MESSAGES &&
      figures.seconds < SECONDS_MAX &&
      figures.mostUpdatesInOneSecond <= RENAME_MESSAGES_PER_SECOND_MAX &&
      figures.peakMb - figures.earlyMb <= GROWTH_MAX_MB;
    return holds ? 0 : 1;
  } finally {
    await suite.stop();
  }
});
