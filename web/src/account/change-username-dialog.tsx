import { useState } from 'react';
import { USERNAME_MAX_CHARS, USERNAME_MIN_CHARS } from '@plaza/shared/limits';
import type { UserProfile } from '@plaza/shared/user-profile';
import { firestoreProblemFrom } from '../firebase/firestore-problem.ts';
import { nextRenameAt, renameUser } from '../firebase/rename.ts';
import { formatTime } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { usernameError } from '../people/field-errors.ts';
import { DialogForm } from '../ui/dialog-form.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm, type FormErrors } from '../ui/use-form.ts';
import { useAvailability } from './use-availability.ts';
import { useIsFuture } from './use-is-future.ts';

export interface ChangeUsernameDialogProps {
  readonly uid: string;
  readonly profile: UserProfile;
  readonly onClose: () => void;
}

export function ChangeUsernameDialog({ uid, profile, onClose }: ChangeUsernameDialogProps) {
  const [typed, setTyped] = useState('');
  const [submitted, setSubmitted] = useState('');
  const username = typed.trim();
  const availability = useAvailability(uid, profile.username, username);
  const possibleAt = nextRenameAt(profile);
  const mustWait = useIsFuture(possibleAt);

  const form = useForm(async () => {
    setSubmitted(username);
    const error =
      usernameError(username) ?? (username === profile.username ? t('rename.same') : undefined);
    if (error !== undefined) return { username: error };
    try {
      if ((await renameUser(uid, username, Date.now())) === 'taken') {
        return { username: t('username.taken') };
      }
      onClose();
      return {};
    } catch (problem) {
      return renameErrors(problem, possibleAt);
    }
  });

  // What was wrong with another name says nothing of this one.
  const refusal = username === submitted ? form.errors['username'] : undefined;

  return (
    <Dialog
      title={t('rename.title')}
      description={mustWait ? waitSentence(possibleAt) : t('rename.how')}
      onClose={onClose}
    >
      <DialogForm form={form} submitLabel={t('rename.submit')} onCancel={onClose}>
        <TextField
          label={t('rename.field')}
          name="username"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          hint={
            availability === null
              ? t('field.usernameHint', { min: USERNAME_MIN_CHARS, max: USERNAME_MAX_CHARS })
              : t(`rename.${availability}`)
          }
          error={refusal ?? (availability === 'taken' ? t('rename.taken') : undefined)}
        />
      </DialogForm>
    </Dialog>
  );
}

function waitSentence(possibleAt: number): string {
  return t('rename.wait', { time: formatTime(new Date(possibleAt)) });
}

/** The server's clock decides whether it is too early; this device's may be wrong. */
function renameErrors(problem: unknown, possibleAt: number): FormErrors {
  switch (firestoreProblemFrom(problem)) {
    case 'refused':
      return possibleAt > 0
        ? { username: waitSentence(possibleAt) }
        : { form: t('rename.refused') };
    case 'offline':
      return { form: t('problem.offline') };
    case 'unknown':
      return { form: t('problem.unknown') };
  }
}
