import { chunkSizes, type LoadedWhen } from '../bench/chunk-sizes.ts';
import { buildWeb } from '../build/build-web.ts';
import { step } from '../progress.ts';
import { runCommand } from './run-command.ts';

const SIGN_IN_LIMIT_KB = 120;
const ROOM_LIMIT_KB = 250;

function kb(bytes: number): number {
  return Math.round(bytes / 102.4) / 10;
}

await runCommand(async () => {
  await step('Building the client', buildWeb);
  const sizes = (await chunkSizes()).toSorted((a, b) => b.gzipBytes - a.gzipBytes);
  const chunks = sizes.map(({ file, gzipBytes, loaded }) => ({ file, kb: kb(gzipBytes), loaded }));
  const total = (...when: LoadedWhen[]) =>
    kb(
      sizes
        .filter(({ loaded }) => when.includes(loaded))
        .reduce((sum, { gzipBytes }) => sum + gzipBytes, 0),
    );
  const signInKb = total('at once');
  const roomKb = total('at once', 'in the room');
  console.log('\n  KB gzip  loaded');
  for (const chunk of chunks) {
    console.log(`  ${chunk.kb.toFixed(1).padStart(7)}  ${chunk.loaded.padEnd(11)}  ${chunk.file}`);
  }
  console.log(
    `\n  before sign-in ${signInKb} KB (limit ${SIGN_IN_LIMIT_KB}), in the room ${roomKb} KB in all (limit ${ROOM_LIMIT_KB}),` +
      ` ${total('on demand')} KB more on demand`,
  );
  console.log(JSON.stringify({ signInKb, roomKb, chunks }));
  return signInKb < SIGN_IN_LIMIT_KB && roomKb < ROOM_LIMIT_KB ? 0 : 1;
});
