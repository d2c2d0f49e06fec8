import type { Message } from '@plaza/shared/message';
import { t } from '../i18n/t.ts';

/** What the message says, or of pictures alone what they show: for who listens. */
export function messageWords({ text, attachments }: Pick<Message, 'text' | 'attachments'>): string {
  if (text !== '') return text;
  const described = attachments.map(({ alt }) => alt).filter((alt) => alt !== '');
  return [t('message.images', { count: attachments.length }), ...described].join(' · ');
}
