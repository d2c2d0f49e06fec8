import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { PROJECT_ID } from '../../tools/suite/suite.ts';
import { endChannel } from '../../tools/suite/end-channel.ts';
import { onOwnConnection } from '../../tools/suite/own-connection.ts';
import { openedSession } from '../../tools/faults/web-channel.ts';

const DATABASE = `projects/${PROJECT_ID}/databases/(default)`;
const EMULATOR = process.env['FIRESTORE_EMULATOR_HOST'] ?? '';
const NOTHING_ASKED = 'expected TargetType to be set';

function addressAt(host: string): string {
  return `http://${host}/google.firestore.v1.Firestore/Listen/channel?VER=8&database=${encodeURIComponent(DATABASE)}`;
}

/** As the SDK does. */
async function openChannel(address: string): Promise<string> {
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
  const answer = await onOwnConnection('POST', `${address}&RID=7&CVER=22`, body);
  return `${address}&SID=${openedSession(await text(answer))}`;
}

/** Whether this comes before the channel's other side is closed. */
async function hears(url: string, words: string): Promise<boolean> {
  const answer = await onOwnConnection('GET', `${url}&RID=rpc&AID=0&CI=0&TYPE=xmlhttp`);
  let heard = '';
  for await (const chunk of answer.setEncoding('utf8')) {
    heard += String(chunk);
    if (heard.includes(words)) return true;
  }
  return false;
}

/** Says so many things that change nothing. */
async function chatter(url: string, count: number): Promise<void> {
  for (let ofs = 1; ofs <= count; ofs += 1) {
    const body = new URLSearchParams({
      count: '1',
      ofs: String(ofs),
      req0___data__: JSON.stringify({ database: DATABASE, removeTarget: 4 }),
    });
    const answer = await onOwnConnection('POST', `${url}&RID=${ofs + 7}`, body);
    answer.resume();
    expect(answer.statusCode).toBe(200);
  }
}

test.each([
  ['after its opening', 0, 0],
  ['on which much was said', 120, 121],
  ['whose last words were not seen', 120, 116],
  ['whose last words did not arrive', 120, 125],
])(
  '[SU13] a channel that is ended listens to nothing any more: one %s',
  async (_, count, sent) => {
    const url = await openChannel(addressAt(EMULATOR));
    if (count > 0) await chatter(url, count);
    const heard = hears(url, NOTHING_ASKED);
    await endChannel({ url, sent });
    expect(await heard).toBe(true);
  },
  60_000,
);
