import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';

/**
 * Resolves with the beginning of the answer. The Firestore emulator closes a channel's connection
 * after its answer without having said so: what is sent on one that is kept may be lost.
 */
export async function onOwnConnection(
  method: 'GET' | 'POST',
  url: string,
  form: URLSearchParams | null = null,
): Promise<IncomingMessage> {
  const headers = form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {};
  const outgoing = request(url, { method, headers, agent: false });
  outgoing.end(form?.toString());
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  return answer;
}
