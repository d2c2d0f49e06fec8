import type { PersonMessage, PersonPage } from '../firebase/person-messages.ts';

/** What is shown of all that a person has written. */
export interface Listed {
  /** Newest first. */
  readonly messages: readonly PersonMessage[];
  readonly status: 'loading' | 'more' | 'end' | 'failed';
  /** Some come from this device, which may not know all. */
  readonly isFromCache: boolean;
}

/** What has moved to the archive since it was listed comes again with its pages. */
export function withPage({ messages, isFromCache }: Listed, page: PersonPage): Listed {
  const listed = new Set(messages.map(({ messageId }) => messageId));
  return {
    messages: [...messages, ...page.messages.filter(({ messageId }) => !listed.has(messageId))],
    status: page.next === null ? 'end' : 'more',
    isFromCache: isFromCache || page.isFromCache,
  };
}
