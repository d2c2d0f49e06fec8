import { chunkSizes } from '../bench/chunk-sizes.ts';
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
  const chunks = sizes.map(({ file, gzipBytes, isBeforeSignIn }) => ({
    file,
    kb: kb(gzipBytes),
    beforeSignIn: isBeforeSignIn,
  }));
  const total = (all: typeof sizes) => kb(all.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0));
  const signInKb = total(sizes.filter(({ isBeforeSignIn }) => isBeforeSignIn));
  const roomKb = total(sizes);
  console.log('\n  KB gzip  loaded');
  for (const chunk of chunks) {
    console.log(
      `  ${chunk.kb.toFixed(1).padStart(7)}  ${chunk.beforeSignIn ? 'at once' : 'later  '}  ${chunk.file}`,
    );
  }
  console.log(
    `\n  before sign-in ${signInKb} KB (limit ${SIGN_IN_LIMIT_KB}), everything ${roomKb} KB (limit ${ROOM_LIMIT_KB})`,
  );
  console.log(JSON.stringify({ signInKb, roomKb, chunks }));
  return signInKb < SIGN_IN_LIMIT_KB && roomKb < ROOM_LIMIT_KB ? 0 : 1;
});
