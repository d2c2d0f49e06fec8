import { deleteApp, initializeApp } from 'firebase-admin/app';
import { step } from '../progress.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { seedRoom } from '../seed/seed-room.ts';
import { SetupError } from '../setup-error.ts';
import { DEFAULT_PORTS } from '../suite/ports.ts';
import { environmentFor, PROJECT_ID } from '../suite/suite.ts';
import { runCommand } from './run-command.ts';

const PLAN = { messages: 2_000, pictures: 60 };

await runCommand(async () => {
  Object.assign(process.env, { ...environmentFor(DEFAULT_PORTS), ...process.env });
  // Hosting is the last to answer: once it does, the others do.
  const answers = await fetch(process.env['PLAZA_URL'] ?? '').catch(() => null);
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
