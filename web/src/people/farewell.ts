import { t } from '../i18n/t.ts';

/** What follows the # when somebody has left for good. */
export const ACCOUNT_DELETED = 'account-deleted';
export const DEVICE_CLEARED = 'device-cleared';

/** What to say to them; null for other addresses. */
export function farewellFrom(hash: string): string | null {
  if (hash === ACCOUNT_DELETED) return t('farewell.accountDeleted');
  return hash === DEVICE_CLEARED ? t('farewell.deviceCleared') : null;
}
