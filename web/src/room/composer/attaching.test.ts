import { describe, expect, test } from 'vitest';
import {
  changeAttaching,
  NOTHING_ATTACHING,
  type Attaching,
  type AttachingEvent,
} from './attaching.ts';

function play(...events: AttachingEvent[]): Attaching {
  return events.reduce(changeAttaching, NOTHING_ATTACHING);
}

function chosen(names: string[], free = 4, firstId = 0): AttachingEvent {
  const files = names.map((name, index) => ({ id: firstId + index, file: new File([], name) }));
  return { type: 'chosen', files, free };
}

describe('[CO2] as many pictures as a message takes', () => {
  test('those that are being prepared count', () => {
    const stage = play(chosen(['a', 'b', 'c'], 4), chosen(['d', 'e'], 4, 3));
    expect(stage.preparing.map(({ file }) => file.name)).toEqual(['a', 'b', 'c', 'd']);
    expect(stage.problems).toEqual([{ name: 'e', code: 'left-out' }]);
  });

  test('a full message takes none', () => {
    expect(play(chosen(['a'], 0))).toMatchObject({ preparing: [], problems: [{ name: 'a' }] });
  });

  test('each refusal is told, also while one goes on writing', () => {
    const stage = play(
      chosen(['a', 'b']),
      { type: 'refused', id: 0, problem: 'svg' },
      { type: 'refused', id: 1, problem: 'empty' },
    );
    const problems = [
      { name: 'a', code: 'svg' },
      { name: 'b', code: 'empty' },
    ];
    expect(changeAttaching(stage, { type: 'changed' }).problems).toEqual(problems);
    expect(changeAttaching(stage, { type: 'dismissed' }).problems).toEqual([]);
  });
});

describe('[CO5] a message that waits for its pictures', () => {
  const waiting = [chosen(['a', 'b']), { type: 'send', mustWait: true }] as const;

  test('waits until all are prepared', () => {
    const stage = play(...waiting, { type: 'prepared', id: 0 }, { type: 'prepared', id: 1 });
    expect(stage).toMatchObject({ isWaiting: true, preparing: [] });
  });

  test.for<AttachingEvent>([
    { type: 'changed' },
    { type: 'dismissed' },
    { type: 'refused', id: 0, problem: 'unreadable' },
    chosen(['c'], 4, 2),
  ])('is held back by %j', (event) => {
    expect(play(...waiting, event).isWaiting).toBe(false);
  });

  test('does not wait for nothing', () => {
    expect(play({ type: 'send', mustWait: false }).isWaiting).toBe(false);
  });
});
