import { pick, type Random } from '../random/seeded-random.ts';
import { FUZZ_STEPS } from './fuzz-steps.ts';
import { PLAUSIBLE_QUESTIONS } from './plausible-questions.ts';
import type { Question } from './request.ts';

/** A plausible question, up to three random steps away from there. */
export function randomQuestion(random: Random): Question {
  let question = pick(random, PLAUSIBLE_QUESTIONS)(random);
  for (let steps = pick(random, [0, 0, 1, 1, 1, 1, 2, 2, 3]); steps > 0; steps--) {
    question = pick(random, FUZZ_STEPS)(random, question);
  }
  return question;
}
