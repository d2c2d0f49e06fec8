import { pick, type Random } from '../random/seeded-random.ts';

const OPENERS: readonly string[] = [
  'Good morning everybody!',
  'Hello from the train, the tunnel ate my last message.',
  'Is anybody else watching the match?',
  'The rain here is something else today.',
  'Just joined. What did I miss?',
  'Coffee break. Who is in?',
  'Does somebody know a good book about maps?',
  'I finally fixed my bicycle.',
  'Market was full of strawberries this morning.',
  'Question: tea first, or milk first?',
];

const THINGS: readonly string[] = [
  'the night bus',
  'that bakery on the corner',
  'the new library',
  'the swimming pool',
  'the harbour walk',
  'the old cinema',
  'my neighbour’s piano',
  'the garden',
];

const REMARKS: readonly string[] = [
  'I like THING more every week.',
  'Has anybody tried THING yet?',
  'They say THING opens later on Sundays.',
  'You should have seen THING yesterday, not a soul there.',
  'Somebody told me that THING was closed. It is not!',
  'Let us meet at THING at six.',
  'I took the long way home, past THING.',
  'Nothing beats THING on a cold day.',
];

const ANSWERS: readonly string[] = [
  'Yes!',
  'No idea, sorry.',
  'Same here.',
  'Ha, well said.',
  '👍',
  '😂',
  'Count me in.',
  'Thank you!',
  'Tell me more.',
  'Where is that?',
  'On my way.',
  '🎉🎉',
  'I doubt it.',
];

const LONG: readonly string[] = [
  'A longer story then: we left at five because the ferry waits for nobody, and of course the ferry was late. So we stood there with forty others, and by the time it came we had shared two thermos flasks and a cake. Best wait of the year.',
  'For those who asked about the recipe:\n- 500 g flour\n- 350 g water\n- 10 g salt\n- a spoon of yeast\nMix, wait a night, fold, wait two hours, bake hot.',
  'If you want to try it yourself: https://example.com/knots has drawings of every step, and the fourth is the one that everybody gets wrong the first time.',
];

/** One plausible message: mostly short, now and then long. */
export function smallTalk(random: Random): string {
  const kind = random();
  if (kind < 0.15) return pick(random, OPENERS);
  if (kind < 0.6) return pick(random, REMARKS).replace('THING', pick(random, THINGS));
  if (kind < 0.95) return pick(random, ANSWERS);
  return pick(random, LONG);
}
