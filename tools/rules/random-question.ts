import { ATTACHMENTS_MAX, PAGE_MAX_MESSAGES } from '@plaza/shared/limits';
import { archivePath, MESSAGES, messagePath } from '@plaza/shared/paths';
import { pick, randomInt, type Random } from '../random/seeded-random.ts';
import { FUZZ_STEPS } from './fuzz-steps.ts';
import { FUZZ_PATHS } from './fuzz-values.ts';
import type { Question } from './request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  BOB,
  NEWCOMER,
  rename,
  report,
  send,
  signUp,
} from './world.ts';

/** A question that is right as it stands, then up to three random steps away from there. */
export function randomQuestion(random: Random): Question {
  let question = rightQuestion(random);
  for (let steps = pick(random, [0, 1, 1, 1, 2, 2, 3]); steps > 0; steps--) {
    question = pick(random, FUZZ_STEPS)(random, question);
  }
  return question;
}

function rightQuestion(random: Random): Question {
  const member = pick(random, [ADA, BOB]);
  const kinds: (() => Question)[] = [
    () => ({ actor: NEWCOMER, request: { commit: signUp(NEWCOMER) } }),
    () => ({
      actor: member,
      request: { commit: send(member, randomInt(random, 0, ATTACHMENTS_MAX)) },
    }),
    () => ({ actor: member, request: { commit: rename(member, 'Lovelace') } }),
    () => ({ actor: BOB, request: { commit: rename(BOB, 'Robert') } }),
    () => ({ actor: ADA, request: { commit: rename(ADA, 'ADA').slice(0, 1) } }),
    () => ({
      actor: BOB,
      request: { commit: report(BOB, pick(random, [ADAS_MESSAGE, ARCHIVED_MESSAGE])) },
    }),
    () => ({
      actor: ADA,
      request: {
        commit: [
          {
            path: pick(random, [messagePath(ADAS_MESSAGE), archivePath(ARCHIVED_MESSAGE)]),
            delete: true,
          },
        ],
      },
    }),
    () => ({ actor: member, request: { get: pick(random, FUZZ_PATHS) } }),
    () => ({
      actor: member,
      request: {
        list: {
          collection: pick(random, [MESSAGES, 'archive', 'users', 'uploads']),
          limit: PAGE_MAX_MESSAGES,
        },
      },
    }),
  ];
  // Commits are most of what there is to try.
  return random() < 0.85 ? pick(random, kinds.slice(0, 7))() : pick(random, kinds)();
}
