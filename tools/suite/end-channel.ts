/** More than a client says on one channel. */
const SAID_MAX = 100;
/** The emulator refuses more in one request. */
const TAKEN_AT_ONCE = 50;
/** None that a client uses. */
const NO_TARGET = { targetId: 1_000_000_001 };

/**
 * Tells the Firestore emulator that a client's channel has ended. It never notices that one has
 * vanished, and runs each of its queries over all documents again with every change.
 * `url`: of any request of that channel.
 */
export async function endChannel(url: string): Promise<void> {
  await endListening(url);
  await say(url, { TYPE: 'terminate' });
}

/**
 * Makes the emulator forget what a channel listens to, which it does not when the channel ends: it
 * does when it is asked to listen to nothing.
 */
export async function endListening(url: string): Promise<void> {
  if (!new URL(url).pathname.endsWith('/Listen/channel')) return;
  // It takes what is next in number, and how many the client has sent is not known here.
  for (let first = 0; first < SAID_MAX; first += TAKEN_AT_ONCE) {
    const said = new URLSearchParams({ count: String(TAKEN_AT_ONCE), ofs: String(first) });
    for (let index = 0; index < TAKEN_AT_ONCE; index += 1) {
      said.set(`req${index}___data__`, JSON.stringify({ addTarget: NO_TARGET }));
    }
    if (!(await say(url, {}, said))) return;
  }
}

/** Whether the emulator knows the channel. */
async function say(
  url: string,
  more: Readonly<Record<string, string>>,
  body?: URLSearchParams,
): Promise<boolean> {
  const { origin, pathname, searchParams } = new URL(url);
  const parameters = new URLSearchParams({
    VER: '8',
    database: searchParams.get('database') ?? '',
    SID: searchParams.get('SID') ?? '',
    RID: '1',
    ...more,
  });
  const request = { method: 'POST', body: body ?? null };
  const answer = await fetch(`${origin}${pathname}?${parameters}`, request).catch(() => null);
  return answer?.ok === true;
}
