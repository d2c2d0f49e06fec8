/** Instead of web/src/outbox/judge-refusal.ts: what the limit refused is not waited for. */
import type { Verdict } from '../../../web/src/outbox/entry-machine.ts';
import { judgeRefusal as judgeKnown, type Refusal } from '../../../web/src/outbox/judge-refusal.ts';

export * from '../../../web/src/outbox/judge-refusal.ts';

export function judgeRefusal(refusal: Refusal): Verdict {
  const verdict = judgeKnown(refusal);
  const isLimit =
    verdict.type === 'wait' && (verdict.reason === 'quota' || verdict.reason === 'blocked');
  return isLimit ? { type: 'give-up', reason: 'refused' } : verdict;
}
