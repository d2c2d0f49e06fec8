import { ATTACHMENTS_MAX } from '@plaza/shared/limits';
import { validateText, type TextProblem } from '@plaza/shared/message-text';
import type { Draft } from '../../outbox/outbox-entry.ts';

/** What a draft is sent as, or why it cannot be: beside pictures a text that shows nothing is none. */
export function messageToSend({ text, images }: Draft): Draft | TextProblem | 'too-many' {
  if (images.length > ATTACHMENTS_MAX) return 'too-many';
  const problem = validateText(text);
  if (problem === 'blank' && images.length > 0) return { text: '', images };
  return problem ?? { text, images };
}
