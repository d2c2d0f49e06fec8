import { windowQuery } from './window-query.ts';
import {
  snapshotOf,
  WindowMembers,
  type MessageWindow,
  type WindowSpec,
} from './window-members.ts';

/** Listening copes with a line on which so long nothing comes. */
const PATIENCE_MS = 10_000;

/**
 * Calls back once with what the server has of the window now, or that it cannot be told, until the
 * returned function is called. Unlike listening, it does not have the SDK search its cache, which
 * takes the longer the more of the room has been listened to.
 */
export function fetchWindow(
  spec: WindowSpec,
  onWindow: (window: MessageWindow) => void,
  onError: () => void,
): () => void {
  let isOver = false;

  function settle(tell: () => void): void {
    if (isOver) return;
    stop();
    tell();
  }

  function stop(): void {
    isOver = true;
    clearTimeout(timer);
  }

  const timer = setTimeout(() => settle(onError), PATIENCE_MS);
  readWindow(spec).then(
    (window) => settle(() => onWindow(window)),
    () => settle(onError),
  );
  return stop;
}

async function readWindow(spec: WindowSpec): Promise<MessageWindow> {
  const { fetchMessages } = await import('./lite-query.ts');
  const members = new WindowMembers(spec);
  for (const { messageId, message } of await fetchMessages(windowQuery(spec))) {
    members.put(snapshotOf(messageId, message));
  }
  return members.tell(true);
}
