import { describe, expect, test } from 'vitest';
import { changeStage, START, type Geometry, type Stage, type StageEvent } from './stage.ts';

const WIDE: Geometry = {
  frame: { width: 400, height: 800 },
  picture: { width: 400, height: 300 },
};

function play(events: readonly StageEvent[], from: Stage = START): Stage {
  return events.reduce((stage, event) => changeStage(stage, event, WIDE), from);
}

function finger(type: 'down' | 'move' | 'up', x: number, y: number, at = 0, id = 1): StageEvent {
  return { type, id, x, y, at };
}

function drawTo(x: number, y: number): StageEvent[] {
  return [
    finger('down', 0, 0),
    finger('move', x / 2, y / 2),
    finger('move', x, y),
    finger('up', x, y),
  ];
}

describe('[PI12] a picture under fingers', () => {
  test.for([
    [-100, 10, 'left'],
    [100, -10, 'right'],
    [-40, 0, null],
    [-100, 150, 'close'],
    [0, 200, 'close'],
    [0, -200, null],
  ] as const)('drawn by %d, %d asks for %s', ([x, y, wish]) => {
    const stage = play(drawTo(x, y));
    expect(stage.asks).toBe(wish);
    expect(stage.drawn).toEqual({ x: 0, y: 0 });
  });

  test('asks once', () => {
    expect(play([...drawTo(-100, 0), { type: 'fit' }]).asks).toBeNull();
  });

  test('two taps zoom in to where they are, two more fit again', () => {
    const taps = [0, 50, 200, 250].map((at, index) =>
      finger(index % 2 === 0 ? 'down' : 'up', 100, 0, at),
    );
    const zoomed = play(taps);
    expect(zoomed.view).toEqual({ scale: 2.5, x: -150, y: 0 });
    expect(play(taps, zoomed).view.scale).toBe(1);
  });

  test('two slow taps, and two far from each other, are none', () => {
    const slow = [finger('down', 0, 0, 0), finger('up', 0, 0, 50), finger('down', 0, 0, 600)];
    expect(play([...slow, finger('up', 0, 0, 650)]).view.scale).toBe(1);
    const far = [finger('down', 0, 0, 0), finger('up', 0, 0, 50), finger('down', 90, 0, 100)];
    expect(play([...far, finger('up', 90, 0, 150)]).view.scale).toBe(1);
  });

  test('two fingers that part zoom by as much, around their middle', () => {
    const stage = play([
      finger('down', -50, 0, 0, 1),
      finger('down', 50, 0, 0, 2),
      finger('move', 150, 0, 0, 2),
    ]);
    expect(stage.view.scale).toBe(2);
    expect(stage.asks).toBeNull();
    expect(play([finger('up', 150, 0, 1, 2), finger('up', -50, 0, 2, 1)], stage).asks).toBeNull();
  });

  test('a zoomed picture is moved, as far as its edges', () => {
    const zoomed = play([{ type: 'zoom', factor: 2 }]);
    const moved = play([finger('down', 0, 0), finger('move', 60, 60)], zoomed);
    expect(moved.view).toEqual({ scale: 2, x: 60, y: 0 });
    const far = play([{ type: 'pan', x: 1_000, y: 1_000 }], zoomed);
    expect(far.view).toEqual({ scale: 2, x: 200, y: 0 });
  });

  test('what lies under the wheel stays there', () => {
    const around = { x: 80, y: 0 };
    const { view } = play([{ type: 'zoom', factor: 3, around }]);
    expect(view.x + around.x * view.scale).toBeCloseTo(around.x);
  });

  test('zooms between fitting and eight times', () => {
    expect(play([{ type: 'zoom', factor: 100 }]).view.scale).toBe(8);
    expect(play([{ type: 'zoom', factor: 0.1 }]).view).toEqual(START.view);
  });

  test('a finger that the browser takes away asks for nothing', () => {
    const stage = play([finger('down', 0, 0), finger('move', -200, 0), { type: 'cancel', id: 1 }]);
    expect(stage).toMatchObject({ drawn: { x: 0, y: 0 }, asks: null });
  });
});
