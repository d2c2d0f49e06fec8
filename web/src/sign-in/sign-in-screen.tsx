import { useState } from 'react';
import { FullPage } from '../ui/full-page.tsx';
import { ChooseUsernameForm } from './choose-username-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

export interface SignInScreenProps {
  /** Set while somebody is signed in whose account has no username yet. */
  readonly unnamedUid: string | null;
}

export function SignInScreen({ unnamedUid }: SignInScreenProps) {
  const [form, setForm] = useState<'sign-in' | 'sign-up'>('sign-in');
  const [email, setEmail] = useState('');

  if (form === 'sign-up') {
    return (
      <FullPage>
        <SignUpForm
          unnamedUid={unnamedUid}
          email={email}
          onEmailChange={setEmail}
          onSignIn={() => setForm('sign-in')}
        />
      </FullPage>
    );
  }
  return (
    <FullPage>
      {unnamedUid === null ? (
        <SignInForm email={email} onEmailChange={setEmail} onSignUp={() => setForm('sign-up')} />
      ) : (
        <ChooseUsernameForm uid={unnamedUid} />
      )}
    </FullPage>
  );
}
