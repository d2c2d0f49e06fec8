import { expect, test } from 'vitest';
import { PROJECT_ID } from '../../tools/suite/suite.ts';
import { endChannel } from '../../tools/suite/end-channel.ts';
import { openedSession } from '../../tools/faults/web-channel.ts';

const DATABASE = `projects/${PROJECT_ID}/databases/(default)`;
const ADDRESS = `http://${process.env['FIRESTORE_EMULATOR_HOST']}/google.firestore.v1.Firestore/Listen/channel?VER=8&database=${encodeURIComponent(DATABASE)}`;

/** As the SDK does. */
async function openChannel(): Promise<string> {
  const query = { from: [{ collectionId: 'messages' }], limit: 1 };
  const addTarget = {
    query: { structuredQuery: query, parent: `${DATABASE}/documents` },
    targetId: 2,
  };
  const body = new URLSearchParams({
    headers: 'Authorization:Bearer owner\r\n',
    count: '1',
    ofs: '0',
    req0___data__: JSON.stringify({ database: DATABASE, addTarget }),
  });
  const answer = await fetch(`${ADDRESS}&RID=7&CVER=22`, { method: 'POST', body });
  return `${ADDRESS}&SID=${openedSession(await answer.text())}`;
}

test('[SU13] a channel that is ended listens to nothing any more', async () => {
  const url = await openChannel();
  const answer = await fetch(`${url}&RID=rpc&AID=0&CI=0&TYPE=xmlhttp`);
  await endChannel(url);
  expect(await answer.text()).toContain('expected TargetType to be set');
}, 20_000);
