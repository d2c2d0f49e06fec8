import type { RoomFigures } from './measure-room.ts';
import type { PeerFigures } from './peer/measure-peer.ts';
import type { Scores } from './run-lighthouse.ts';

const LIMITS = {
  performance: 95,
  accessibility: 100,
  bestPractices: 100,
  cls: 0,
  scrollWorstFrameMs: 50,
  typingP95Ms: 50,
  longestTaskMs: 100,
};

export interface Measured {
  /** null: Lighthouse could not be had. */
  readonly signIn: Scores | null;
  readonly room: Scores | null;
  readonly page: RoomFigures;
  readonly peer: PeerFigures | null;
}

export type Figures = ReturnType<typeof figuresFrom>;

/** What is printed as JSON. */
export function figuresFrom({ signIn, room, page, peer }: Measured) {
  const worst = (key: keyof Scores) =>
    signIn === null || room === null ? null : Math.min(signIn[key], room[key]);
  return {
    performance: worst('performance'),
    accessibility: worst('accessibility'),
    bestPractices: worst('bestPractices'),
    cls: rounded(Math.max(page.cls, signIn?.cls ?? 0, room?.cls ?? 0), 4),
    scrollWorstFrameMs: rounded(page.scrollWorstFrameMs),
    typingP95Ms: rounded(page.typingP95Ms),
    longestTaskMs: rounded(page.longestTaskMs),
    heapMb: rounded(page.heapMb.after),
    peer: peer === null ? null : roundedAll(peer),
    heapBeforeMb: rounded(page.heapMb.before),
    heapScrolledMb: rounded(page.heapMb.scrolled),
    scrollLongestTaskMs: rounded(page.scrollLongestTaskMs),
    scrollCls: rounded(page.scrollCls, 4),
    scrolledMessages: page.scrolledMessages,
    rowsMax: page.rows,
    load: rounded(page.load),
    floodPerSecond: rounded(page.perSecond),
    signIn,
    room,
  };
}

/** The goals that are missed, each in words. */
export function missedGoals(figures: Figures): string[] {
  const { performance, accessibility, bestPractices } = LIMITS;
  return [
    ...atLeast('performance', figures.performance, performance),
    ...atLeast('accessibility', figures.accessibility, accessibility),
    ...atLeast('best practices', figures.bestPractices, bestPractices),
    ...atMost('layout shift', figures.cls, LIMITS.cls),
    ...atMost(
      'worst frame while scrolling, ms',
      figures.scrollWorstFrameMs,
      LIMITS.scrollWorstFrameMs,
    ),
    ...atMost('key to letter, ms', figures.typingP95Ms, LIMITS.typingP95Ms),
    ...atMost('longest task in the flood, ms', figures.longestTaskMs, LIMITS.longestTaskMs),
  ];
}

function atLeast(name: string, value: number | null, limit: number): string[] {
  if (value === null) return [`${name}: not measured`];
  return value >= limit ? [] : [`${name}: ${value}, at least ${limit} is wanted`];
}

function atMost(name: string, value: number, limit: number): string[] {
  return value <= limit ? [] : [`${name}: ${value}, at most ${limit} is wanted`];
}

function roundedAll(peer: PeerFigures): PeerFigures {
  const { typingP95Ms, longestTaskMs, cls, heapMb } = peer;
  return {
    ...peer,
    typingP95Ms: rounded(typingP95Ms),
    longestTaskMs: rounded(longestTaskMs),
    cls: rounded(cls, 4),
    heapMb: rounded(heapMb),
  };
}

function rounded(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
