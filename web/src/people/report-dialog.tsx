import { useState } from 'react';
import { REPORT_REASONS } from '@plaza/shared/report';
import { firestoreProblemFrom } from '../firebase/firestore-problem.ts';
import { reportMessage, type ReportOutcome } from '../firebase/report-message.ts';
import { t } from '../i18n/t.ts';
import { DialogForm } from '../ui/dialog-form.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DoneDialog } from '../ui/done-dialog.tsx';
import { fieldValue, useForm } from '../ui/use-form.ts';
import { hiddenPeopleOf, type HiddenPerson } from './hidden-people.ts';
import styles from './report-dialog.module.css';

export interface ReportDialogProps {
  /** Who reports. */
  readonly uid: string;
  readonly messageId: string;
  readonly author: HiddenPerson;
  readonly onClose: () => void;
}

/** Tells the moderators what is wrong with a message, and may hide its author. */
export function ReportDialog({ uid, messageId, author, onClose }: ReportDialogProps) {
  const [outcome, setOutcome] = useState<ReportOutcome>();
  const form = useForm(async (values) => {
    const chosen = fieldValue(values, 'reason');
    const reason = REPORT_REASONS.find((one) => one === chosen);
    if (reason === undefined) return { form: t('report.missing') };
    try {
      const answer = await reportMessage(uid, messageId, reason, Date.now());
      if (answer === 'too-many') return { form: t('report.too-many') };
      if (values.has('hide'))
        hiddenPeopleOf(uid).hide({ uid: author.uid, username: author.username });
      setOutcome(answer);
      return {};
    } catch (error) {
      const isOffline = firestoreProblemFrom(error) === 'offline';
      return { form: t(isOffline ? 'problem.offline' : 'problem.unknown') };
    }
  });

  if (outcome !== undefined) {
    return <DoneDialog title={t('report.title')} text={t(`report.${outcome}`)} onClose={onClose} />;
  }
  return (
    <Dialog title={t('report.title')} description={t('report.what')} onClose={onClose}>
      <DialogForm form={form} submitLabel={t('report.submit')} onCancel={onClose}>
        <fieldset className={styles['choices']}>
          <legend>{t('report.why')}</legend>
          {REPORT_REASONS.map((reason) => (
            <label key={reason}>
              <input type="radio" name="reason" value={reason} />
              {t(`report.reason.${reason}`)}
            </label>
          ))}
        </fieldset>
        <div className={styles['choices']}>
          <label>
            <input type="checkbox" name="hide" />
            {t('report.hide', { username: author.username })}
          </label>
        </div>
      </DialogForm>
    </Dialog>
  );
}
