import { missedGoals, type Figures } from './figures.ts';
import { THROTTLING } from './measure-room.ts';
import type { Scores } from './run-lighthouse.ts';

/** The figures in words. Tasks are told from 50 ms on: 0 means that none took so long. */
export function tellFigures(figures: Figures): void {
  const { peer, signIn, room } = figures;
  console.log(`
  ${THROTTLING} times slower, on a phone's screen:
  ${figures.scrolledMessages} messages scrolled through: worst frame ${figures.scrollWorstFrameMs} ms, longest task ${figures.scrollLongestTaskMs} ms, at most ${figures.rowsMax} rows in the page
  ${figures.floodPerSecond} messages a second: a key shows after ${figures.typingP95Ms} ms (95 of 100), longest task ${figures.longestTaskMs} ms
  layout shift ${figures.cls}, while somebody scrolls ${figures.scrollCls}
  heap ${figures.heapBeforeMb} MB on entering, ${figures.heapScrolledMb} after the history, ${figures.heapMb} after an hour of messages
  the machine: ${figures.load} programs wanted each core; more than 2 and all times are too long
  Lighthouse, mobile, sign-in page: ${wordsOf(signIn)}
  Lighthouse, mobile, room: ${wordsOf(room)}`);
  if (peer === null) {
    console.log('  No other chat beside it: `--peer FOLDER`, see CONTRIBUTING.md.');
  } else {
    console.log(`  Beside it ${peer.name}, in the same flood: a key shows after ${peer.typingP95Ms} ms, longest task ${peer.longestTaskMs} ms, layout shift ${peer.cls}, heap ${peer.heapMb} MB, Lighthouse performance ${peer.performance ?? 'not measured'}
  It shows the newest twelve messages: there is no history to scroll through, and an hour leaves nothing behind.`);
  }
  for (const missed of missedGoals(figures)) console.log(`  Missed: ${missed}`);
}

function wordsOf(scores: Scores | null): string {
  if (scores === null) return 'not measured';
  const { performance, accessibility, bestPractices } = scores;
  const parts = `first paint ${scores.firstPaintMs} ms, largest ${scores.largestPaintMs}, speed index ${scores.speedIndexMs}, blocked ${scores.blockedMs}, shift ${scores.cls.toFixed(4)}`;
  return `performance ${performance} (${parts}), accessibility ${accessibility}, best practices ${bestPractices}`;
}
