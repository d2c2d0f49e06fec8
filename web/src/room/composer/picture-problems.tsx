import { ATTACHMENTS_MAX, IMAGE_FILE_MAX_BYTES, IMAGE_FILE_MAX_PIXELS } from '@plaza/shared/limits';
import { t } from '../../i18n/t.ts';
import type { PictureProblem } from './attaching.ts';
import styles from './picture-problems.module.css';

const LIMITS = {
  count: ATTACHMENTS_MAX,
  megabytes: IMAGE_FILE_MAX_BYTES / 1_000_000,
  megapixels: IMAGE_FILE_MAX_PIXELS / 1_000_000,
};

/** Which files were not taken, and what to do. Always there, so that a change is read out. */
export function PictureProblems({ problems }: { readonly problems: readonly PictureProblem[] }) {
  return (
    <div role="alert" className={styles['problems']}>
      {problems.map(({ name, code }, index) => (
        <p key={index}>{t(`picture.problem.${code}`, { name, ...LIMITS })}</p>
      ))}
    </div>
  );
}
