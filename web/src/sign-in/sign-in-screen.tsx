import { useState } from 'react';
import { farewellFrom } from '../people/farewell.ts';
import { FullPage } from '../ui/full-page.tsx';
import { useHash } from '../ui/use-hash.ts';
import { ChooseUsernameForm } from './choose-username-form.tsx';
import { ResetPasswordForm } from './reset-password-form.tsx';
import { RESET_PASSWORD, SIGN_UP } from './sign-in-addresses.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

export interface SignInScreenProps {
  /** Set while somebody is signed in whose account has no username yet. */
  readonly unnamedUid: string | null;
}

export function SignInScreen({ unnamedUid }: SignInScreenProps) {
  const [email, setEmail] = useState('');
  const hash = useHash();
  return <FullPage>{form()}</FullPage>;

  function form() {
    const typed = { email, onEmailChange: setEmail };
    // After a reload the form that made the account is empty.
    const isMadeElsewhere = unnamedUid !== null && email === '';
    if (hash === SIGN_UP && !isMadeElsewhere) {
      return <SignUpForm unnamedUid={unnamedUid} {...typed} />;
    }
    if (unnamedUid !== null) return <ChooseUsernameForm uid={unnamedUid} />;
    if (hash === RESET_PASSWORD) return <ResetPasswordForm {...typed} />;
    return <SignInForm farewell={farewellFrom(hash)} {...typed} />;
  }
}
