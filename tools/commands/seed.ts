import { deleteApp, initializeApp } from 'firebase-admin/app';
import { step } from '../progress.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { seedRoom } from '../seed/seed-room.ts';
import { SetupError } from '../setup-error.ts';
import { DEFAULT_PORTS, HOST } from '../suite/ports.ts';
import { environmentFor, PROJECT_ID } from '../suite/suite.ts';
import { runCommand } from './run-command.ts';

const PLAN = { messages: 2_000, pictures: 60 };

await runCommand(async () => {
  Object.assign(process.env, { ...environmentFor(DEFAULT_PORTS), ...process.env });
  const firestore = process.env['FIRESTORE_EMULATOR_HOST'] ?? HOST;
  const answers = await fetch(`http://${firestore}/`).catch(() => null);
  if (answers === null) {
    throw new SetupError(
      'No Plaza runs on this machine: run "npm start" in another terminal first.',
    );
  }
  const app = initializeApp({ projectId: PROJECT_ID });
  await step(`Writing ${PLAN.messages} messages, ${PLAN.pictures} with a picture`, () =>
    seedRoom(app, PLAN, Date.now(), seededRandom(1)),
  );
  await deleteApp(app);
  return 0;
});
