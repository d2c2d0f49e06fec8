import { useEffect, useState } from 'react';
import { readEmail, sendVerification, type EmailState } from '../firebase/account.ts';
import { authProblemFrom } from '../firebase/auth-problem.ts';
import { currentLanguage } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { authSentence } from '../people/field-errors.ts';
import { Button } from '../ui/button.tsx';
import { SettingsSection } from './settings-section.tsx';

/** The address, and whether it is known to be the person's own. Coming back from the mail asks again. */
export function EmailSection() {
  const [state, setState] = useState<EmailState>();
  const [isBusy, setIsBusy] = useState(false);
  const [told, setTold] = useState<{ isProblem: boolean; sentence: () => string }>();

  useEffect(() => {
    function refresh(): void {
      // Without a network, what is shown stays.
      if (document.visibilityState === 'visible') readEmail(true).then(setState, () => {});
    }
    readEmail(false).then(setState, () => {});
    refresh();
    window.addEventListener('focus', refresh);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      window.removeEventListener('focus', refresh);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, []);

  async function send(email: string): Promise<void> {
    setIsBusy(true);
    try {
      await sendVerification(currentLanguage());
      setTold({ isProblem: false, sentence: () => t('email.sent', { email }) });
    } catch (error) {
      setTold({ isProblem: true, sentence: () => authSentence(authProblemFrom(error)) });
    }
    setIsBusy(false);
  }

  return (
    <SettingsSection title={t('email.title')}>
      {state !== undefined && (
        <>
          <p>
            {state.email} ({t(state.isVerified ? 'email.verified' : 'email.unverified')})
          </p>
          {!state.isVerified && (
            <Button variant="quiet" busy={isBusy} onClick={() => void send(state.email)}>
              {t('email.verify')}
            </Button>
          )}
          {told !== undefined && !state.isVerified && (
            <p role={told.isProblem ? 'alert' : 'status'}>{told.sentence()}</p>
          )}
        </>
      )}
    </SettingsSection>
  );
}
