import type { Message } from '@plaza/shared/message';
import { MessageImages } from '../room/pictures/message-images.tsx';
import { MessageText } from '../room/text/message-text.tsx';

/** What a message says and shows, as in the room. */
export function MessageBody({ message }: { readonly message: Message }) {
  const { text, attachments, username } = message;
  return (
    <>
      {text !== '' && <MessageText text={text} tabIndex={0} />}
      {attachments.length > 0 && (
        <MessageImages attachments={attachments} own={undefined} username={username} />
      )}
    </>
  );
}
