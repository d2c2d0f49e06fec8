import { once } from 'node:events';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { NetworkFaults } from './network-faults.ts';
import type { OpenChannels } from './open-channels.ts';
import type { Untruths } from './untruths.ts';
import {
  channelOpening,
  isFarewell,
  issueTimeOf,
  openedSession,
  readChannelRequest,
  sessionIn,
  unauthenticated,
  type ChannelRequest,
} from './web-channel.ts';

export interface Line {
  /** Where it leads, as `host:port`. */
  readonly target: string;
  /** Of the moment. */
  readonly faults: NetworkFaults;
  readonly channels: OpenChannels;
  readonly untruths: Untruths;
}

/** Passes a request on and its answer back. */
export async function relay(
  incoming: IncomingMessage,
  response: ServerResponse,
  { target, faults, channels, untruths }: Line,
): Promise<void> {
  const { url = '/' } = incoming;
  const session = sessionIn(url);
  faults.hold(response);
  if (session !== null) channels.hold(session, url, response);
  const body = await buffer(incoming);
  await faults.carry(body.byteLength);
  // Who has broken off meanwhile has sent the rest in vain.
  if (faults.outage === 'cut' || response.closed) {
    response.destroy();
    return;
  }
  if (session !== null) channels.noteSent(session, body.toString());
  const channel = readChannelRequest(url, body.toString());
  const refusal = refusalOf(incoming, channel, faults);
  if (refusal !== null) {
    response.writeHead(refusal.status, {
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Origin': incoming.headers.origin ?? '*',
    });
    response.end(refusal.body);
    return;
  }
  if (channel !== null) faults.noteRequest(channel, (other) => channels.isOpen(other));
  if (session !== null && channel?.stream === 'Listen')
    untruths.noteRequest(session, body.toString());
  if (session !== null && isFarewell(url)) await channels.endListening(session);
  // Who opens a channel may be gone before it is known which: the answer tells.
  const answer = await send(incoming, body, target, channel?.session === null ? null : response);
  await pass(answer, response, channel, { faults, channels, untruths, url, body: body.toString() });
}

/** What the proxy answers by itself; null when the server is to be asked. */
function refusalOf(
  { method, headers }: IncomingMessage,
  channel: ChannelRequest | null,
  faults: NetworkFaults,
): { status: number; body: string } | null {
  if (faults.outage === 'unavailable') return { status: 503, body: '' };
  if (channel !== null) {
    if (faults.hasForgotten(channel)) return { status: 400, body: 'Unknown SID' };
    if (faults.isRefusing(channel)) return { status: 200, body: unauthenticated() };
    if (!faults.refusesToken(channel.tokenFrom)) return null;
    return { status: 200, body: channelOpening(faults.newRefusingSession()) };
  }
  const token = headers.authorization?.replace('Bearer ', '');
  if (method === 'OPTIONS' || token === undefined || token === 'owner') return null;
  if (!faults.refusesToken(issueTimeOf(token))) return null;
  return { status: 401, body: '{"error":{"code":401,"status":"UNAUTHENTICATED"}}' };
}

async function pass(
  answer: IncomingMessage,
  response: ServerResponse,
  channel: ChannelRequest | null,
  {
    faults,
    channels,
    untruths,
    url,
    body,
  }: Omit<Line, 'target'> & { readonly url: string; readonly body: string },
): Promise<void> {
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  response.flushHeaders();
  const isListening = channel?.stream === 'Listen';
  const hear =
    isListening && channel.session !== null ? untruths.listen(channel.session) : () => {};
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    const opened = channel?.session === null ? openedSession(chunk.toString()) : null;
    if (opened !== null) {
      channels.hold(opened, `${url}&SID=${opened}`, response);
      if (isListening) untruths.noteRequest(opened, body);
    }
    if (response.closed) return;
    hear(chunk.toString());
    if (channel !== null && !(await faults.mayPass(channel, chunk.toString()))) return;
    await faults.carry(chunk.byteLength);
    if (!response.write(chunk)) await once(response, 'drain');
  }
  response.end();
}

/** Resolves with the beginning of the answer; ends the request when `waiting` does not wait for it any more. */
export async function send(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  target: string,
  waiting: ServerResponse | null,
): Promise<IncomingMessage> {
  const outgoing = request(`http://${target}${url}`, {
    method,
    headers: { ...headers, host: target },
    agent: false,
  });
  waiting?.once('close', () => outgoing.destroy());
  outgoing.end(body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  return answer;
}
