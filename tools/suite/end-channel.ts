import { onOwnConnection } from './own-connection.ts';

/** A client's channel to the Firestore emulator, as its requests tell. */
export interface ClientChannel {
  /** Of any request of it. */
  readonly url: string;
  /** How many messages the client has sent, as far as is known. */
  readonly sent: number;
}

/** So many of them may be on their way still, or have come that nobody has seen. */
const UNSURE = 10;
/** None that a client uses. */
const NO_TARGET = { targetId: 1_000_000_001 };

/** How many messages a client has sent on a channel with this request and those before it. */
export function sentWith(body: string): number {
  const form = new URLSearchParams(body);
  return Number(form.get('ofs') ?? 0) + Number(form.get('count') ?? 0);
}

/**
 * Tells the Firestore emulator that a client's channel has ended. It never notices that one has
 * vanished, and runs each of its queries over all documents again with every change. False: it does
 * not know the channel any more, and what that listened to is never forgotten.
 */
export async function endChannel(channel: ClientChannel): Promise<boolean> {
  const isForgotten = await endListening(channel);
  await say(channel.url, { TYPE: 'terminate' });
  return isForgotten;
}

/**
 * Makes the emulator forget what a channel listens to, which it does not when the channel ends: it
 * does when it is asked to listen to nothing. False: it does not know the channel any more.
 */
export async function endListening({ url, sent }: ClientChannel): Promise<boolean> {
  if (!new URL(url).pathname.endsWith('/Listen/channel')) return true;
  // It takes the one that is next in number, and leaves out those before.
  const first = Math.max(0, sent - UNSURE);
  const count = 2 * UNSURE;
  const said = new URLSearchParams({ count: String(count), ofs: String(first) });
  for (let index = 0; index < count; index += 1) {
    said.set(`req${index}___data__`, JSON.stringify({ addTarget: NO_TARGET }));
  }
  return say(url, {}, said);
}

async function say(
  url: string,
  more: Readonly<Record<string, string>>,
  form: URLSearchParams | null = null,
): Promise<boolean> {
  const { origin, pathname, searchParams } = new URL(url);
  const parameters = new URLSearchParams({
    VER: '8',
    database: searchParams.get('database') ?? '',
    SID: searchParams.get('SID') ?? '',
    RID: '1',
    ...more,
  });
  const said = await onOwnConnection('POST', `${origin}${pathname}?${parameters}`, form).catch(
    () => null,
  );
  said?.resume();
  return said?.statusCode === 200;
}
