import { useState } from 'react';
import { signOut } from '../firebase/auth.ts';
import { countKeptEntries } from '../outbox/disk-store.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { t } from '../i18n/t.ts';
import { DEVICE_CLEARED } from '../people/farewell.ts';
import { clearDevice } from '../platform/clear-device.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { LanguageSelect } from '../ui/language-select.tsx';
import { ThemeSelect } from '../ui/theme-select.tsx';
import { ChangePasswordDialog } from './change-password-dialog.tsx';
import { DeleteAccountDialog } from './delete-account-dialog.tsx';
import { EmailSection } from './email-section.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { HiddenPeopleSection } from './hidden-people-section.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useUnsentCount } from './use-unsent-count.ts';

export interface SettingsPanelProps {
  readonly uid: string;
  readonly outbox: Outbox;
  /** Called when it is sure that the person wants the account deleted. */
  readonly onDeleteAccount: () => void;
  readonly onClose: () => void;
}

type Open = 'password' | 'export' | 'clear' | 'delete';

/** Where the browser's storage is broken, signing out may never end. */
const SIGN_OUT_PATIENCE_MS = 3_000;

export function SettingsPanel({ uid, outbox, onDeleteAccount, onClose }: SettingsPanelProps) {
  const unsent = useUnsentCount(outbox);
  const [open, setOpen] = useState<Open>();
  const [keptByAll, setKeptByAll] = useState(0);

  async function askToClear(): Promise<void> {
    // Where the browser keeps nothing, only what this tab holds can be lost.
    const kept = await countKeptEntries().catch(() => 0);
    setKeptByAll(Math.max(kept, unsent));
    setOpen('clear');
  }

  function close(): void {
    setOpen(undefined);
  }

  return (
    <Dialog title={t('settings.title')} variant="side" onClose={onClose}>
      <SettingsSection title={t('settings.appearance')}>
        <LanguageSelect />
        <ThemeSelect />
      </SettingsSection>
      <EmailSection />
      <SettingsSection title={t('field.password')}>
        <Button variant="quiet" onClick={() => setOpen('password')}>
          {t('changePassword.title')}
        </Button>
      </SettingsSection>
      <SettingsSection title={t('export.title')}>
        <p>{t('export.what')}</p>
        <Button variant="quiet" onClick={() => setOpen('export')}>
          {t('export.open')}
        </Button>
      </SettingsSection>
      <HiddenPeopleSection uid={uid} />
      <SettingsSection title={t('clearDevice.title')}>
        <p>{t('clearDevice.why')}</p>
        <Button variant="quiet" onClick={() => void askToClear()}>
          {t('clearDevice.open')}
        </Button>
      </SettingsSection>
      <SettingsSection title={t('deleteAccount.title')}>
        <Button variant="quiet" onClick={() => setOpen('delete')}>
          {t('deleteAccount.open')}
        </Button>
      </SettingsSection>
      {open === 'password' && <ChangePasswordDialog onClose={close} />}
      {open === 'export' && <ExportDialog onClose={close} />}
      {open === 'clear' && (
        <ConfirmDialog
          title={t('clearDevice.ask')}
          text={t('clearDevice.text', { count: keptByAll })}
          confirmLabel={t('clearDevice.confirm')}
          onConfirm={() => void leaveDevice()}
          onClose={close}
        />
      )}
      {open === 'delete' && (
        <DeleteAccountDialog unsent={unsent} onConfirmed={onDeleteAccount} onClose={close} />
      )}
    </Dialog>
  );
}

async function leaveDevice(): Promise<void> {
  const timeout = new Promise((resolve) => {
    setTimeout(resolve, SIGN_OUT_PATIENCE_MS);
  });
  await Promise.race([timeout, signOut().catch(() => {})]);
  clearDevice('all', DEVICE_CLEARED);
}
