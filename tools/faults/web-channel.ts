/** What a request of the web SDK's streams to Firestore says, as far as faults need to know it. */
export interface ChannelRequest {
  /** `Write` takes writes and tells how they went, `Listen` tells of everything else. */
  readonly stream: 'Listen' | 'Write';
  /** `null` in the one that opens the channel. */
  readonly session: string | null;
  /** Whether its body has documents to write. The answer to them comes on another connection. */
  readonly carriesWrites: boolean;
  /** Ids of the messages among them. */
  readonly messageIds: readonly string[];
  /** When the token was issued, in seconds since 1970; `null` where there is none. */
  readonly tokenFrom: number | null;
}

const CHANNEL = /\/google\.firestore\.v1\.Firestore\/(Listen|Write)\/channel\?/;
const MESSAGE = /\/documents\/messages\/([^/]+)$/;
const OPENING = /\["c","([^"]+)"/;
const RESULT = /"writeResults"|"commitTime"|"error"/;

/** `null` when the request belongs to no stream. */
export function readChannelRequest(url: string, body: string): ChannelRequest | null {
  const stream = CHANNEL.exec(url)?.[1];
  if (stream === undefined) return null;
  const form = [...new URLSearchParams(body)];
  const headers = form.find(([name]) => name === 'headers')?.[1] ?? '';
  const token = /^Authorization:Bearer (.*)$/m.exec(headers)?.[1];
  // The form has a message of the stream in each `reqN___data__`.
  const writes = form.flatMap(([name, text]) => (name.endsWith('___data__') ? writesIn(text) : []));
  return {
    stream: stream as ChannelRequest['stream'],
    session: sessionIn(url),
    carriesWrites: writes.length > 0,
    messageIds: writes.flatMap(({ update }) => MESSAGE.exec(update?.name ?? '')?.[1] ?? []),
    tokenFrom: token === undefined ? null : issueTimeOf(token),
  };
}

/** `null` when the request belongs to no channel, or opens one. */
export function sessionIn(url: string): string | null {
  return CHANNEL.test(url) ? new URLSearchParams(url.slice(url.indexOf('?'))).get('SID') : null;
}

/** The client's last word on a channel; connections of it may linger. */
export function isFarewell(url: string): boolean {
  return new URLSearchParams(url.slice(url.indexOf('?'))).get('TYPE') === 'terminate';
}

/** When a token was issued, in seconds since 1970. */
export function issueTimeOf(token: string): number {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(claims) as { iat: number }).iat;
}

/** The session that these first bytes of an answer open. */
export function openedSession(chunk: string): string | null {
  return OPENING.exec(chunk)?.[1] ?? null;
}

/** Whether these bytes of the stream that comes back tell how writes went. */
export function tellsResult(chunk: string): boolean {
  return RESULT.test(chunk);
}

/** What opens a channel, from the server's side. */
export function channelOpening(session: string): string {
  return frame([[0, ['c', session, '', 8, 12, 30_000]]]);
}

/** The first message of a stream whose token the server does not take. */
export function unauthenticated(): string {
  const error = { code: 401, message: 'The token has expired.', status: 'UNAUTHENTICATED' };
  return frame([[1, [{ error }]]]);
}

interface Write {
  readonly update?: { readonly name: string };
}

function writesIn(json: string): readonly Write[] {
  return (JSON.parse(json) as { writes?: readonly Write[] }).writes ?? [];
}

function frame(messages: unknown): string {
  const json = JSON.stringify(messages);
  return `${json.length}\n${json}`;
}
