import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { en } from './en.ts';

export type MessageKey = keyof typeof en;

const i18n = setupI18n({ locale: 'en', messages: { en } });
i18n.setMessagesCompiler(compileMessage);

/** The string in the person's language, with `{name}` and plurals filled in. */
export function t(key: MessageKey, values?: Record<string, string | number>): string {
  return i18n._(key, values);
}
