/** Instead of web/src/outbox/judge-refusal.ts: what was refused is sent again at once. */
import type { Verdict } from '../../../web/src/outbox/entry-machine.ts';
import {
  judgeRefusal as judgeKnown,
  REFUSALS_MAX,
  type Refusal,
} from '../../../web/src/outbox/judge-refusal.ts';

export * from '../../../web/src/outbox/judge-refusal.ts';

export function judgeRefusal(refusal: Refusal): Verdict {
  const verdict = judgeKnown(refusal);
  if (verdict.type !== 'wait' || (verdict.reason !== 'quota' && verdict.reason !== 'retry')) {
    return verdict;
  }
  const { refusals, now } = refusal;
  if (refusals >= REFUSALS_MAX) return { type: 'give-up', reason: 'refused' };
  return { type: 'wait', reason: 'retry', until: now, refusals: refusals + 1 };
}
