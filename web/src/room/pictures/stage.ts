/** How a picture lies in its frame. */
export interface View {
  /** 1 fits the frame. */
  readonly scale: number;
  /** From the frame's centre to the picture's, in CSS pixels. */
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The frame, and the picture that fits it, in CSS pixels. */
export interface Geometry {
  readonly frame: Size;
  readonly picture: Size;
}

interface Tap extends Point {
  readonly at: number;
}

/** A picture under somebody's hands. Points are counted from the frame's centre. */
export interface Stage {
  readonly view: View;
  readonly fingers: ReadonlyMap<number, Point>;
  /** How far one finger has drawn a picture that fits, which cannot be moved otherwise. */
  readonly drawn: Point;
  /** Where and when a finger came down that may become a tap. */
  readonly pressed: Tap | null;
  /** The last tap: a second one soon after zooms. */
  readonly tapped: Tap | null;
  /** What drawing it that far asks for; to be looked at after each event. */
  readonly asks: 'left' | 'right' | 'close' | null;
}

export type StageEvent =
  | ({ readonly type: 'down' | 'move' | 'up'; readonly id: number; readonly at: number } & Point)
  | { readonly type: 'cancel'; readonly id: number }
  /** Zooms around a point: the frame's centre unless given. */
  | { readonly type: 'zoom'; readonly factor: number; readonly around?: Point }
  | ({ readonly type: 'pan' } & Point)
  | { readonly type: 'fit' };

const FITTED: View = { scale: 1, x: 0, y: 0 };
const NOWHERE: Point = { x: 0, y: 0 };
const SCALE_MAX = 8;
const DOUBLE_TAP_SCALE = 2.5;
const DOUBLE_TAP_MS = 300;
/** A finger trembles by less. */
const TAP_PX = 12;
const SWIPE_PX = 60;
const CLOSE_PX = 120;

export const START: Stage = {
  view: FITTED,
  fingers: new Map(),
  drawn: NOWHERE,
  pressed: null,
  tapped: null,
  asks: null,
};

export function changeStage(before: Stage, event: StageEvent, geometry: Geometry): Stage {
  const stage = { ...before, asks: null };
  switch (event.type) {
    case 'down':
      return pressDown(stage, event);
    case 'move':
      return move(stage, event, geometry);
    case 'up':
      return lift(stage, event, geometry);
    case 'cancel':
      return { ...without(stage, event.id), drawn: NOWHERE, pressed: null };
    case 'zoom':
      return { ...stage, view: zoom(stage.view, event.factor, event.around ?? NOWHERE, geometry) };
    case 'pan':
      return { ...stage, view: pan(stage.view, event, geometry) };
    case 'fit':
      return { ...stage, view: FITTED };
  }
}

type Finger = { readonly id: number; readonly at: number } & Point;

function pressDown(stage: Stage, { id, at, x, y }: Finger): Stage {
  const fingers = new Map(stage.fingers).set(id, { x, y });
  const isFirst = fingers.size === 1;
  return { ...stage, fingers, drawn: NOWHERE, pressed: isFirst ? { x, y, at } : null };
}

function move(stage: Stage, { id, x, y }: Finger, geometry: Geometry): Stage {
  const from = stage.fingers.get(id);
  if (from === undefined) return stage;
  const fingers = new Map(stage.fingers).set(id, { x, y });
  const by = { x: x - from.x, y: y - from.y };
  const other = [...stage.fingers].find(([otherId]) => otherId !== id)?.[1];
  if (other !== undefined) {
    const factor = distance({ x, y }, other) / Math.max(1, distance(from, other));
    const middle = { x: (x + other.x) / 2, y: (y + other.y) / 2 };
    const moved = pan(stage.view, { x: by.x / 2, y: by.y / 2 }, geometry);
    return { ...stage, fingers, view: zoom(moved, factor, middle, geometry) };
  }
  if (stage.view.scale > 1) return { ...stage, fingers, view: pan(stage.view, by, geometry) };
  const drawn = { x: stage.drawn.x + by.x, y: stage.drawn.y + by.y };
  return { ...stage, fingers, drawn };
}

function lift(stage: Stage, finger: Finger, geometry: Geometry): Stage {
  const { drawn, pressed, tapped, view } = stage;
  const rest = { ...without(stage, finger.id), drawn: NOWHERE, pressed: null };
  if (stage.fingers.size !== 1) return rest;
  const isTap = pressed !== null && distance(pressed, finger) < TAP_PX;
  if (!isTap) return { ...rest, tapped: null, asks: wishOf(drawn) };
  const isSecond =
    tapped !== null &&
    finger.at - tapped.at < DOUBLE_TAP_MS &&
    distance(tapped, finger) < 3 * TAP_PX;
  if (!isSecond) return { ...rest, tapped: finger };
  const zoomed = view.scale > 1 ? FITTED : zoom(view, DOUBLE_TAP_SCALE, finger, geometry);
  return { ...rest, tapped: null, view: zoomed };
}

function wishOf({ x, y }: Point): Stage['asks'] {
  if (Math.abs(x) > SWIPE_PX && Math.abs(x) > Math.abs(y)) return x < 0 ? 'left' : 'right';
  return y > CLOSE_PX ? 'close' : null;
}

function without(stage: Stage, id: number): Stage {
  const fingers = new Map(stage.fingers);
  fingers.delete(id);
  return { ...stage, fingers };
}

/** What lies under the point stays there, as far as the picture's edges allow. */
function zoom(view: View, factor: number, around: Point, geometry: Geometry): View {
  const scale = Math.min(Math.max(view.scale * factor, 1), SCALE_MAX);
  const by = scale / view.scale;
  const x = around.x - (around.x - view.x) * by;
  const y = around.y - (around.y - view.y) * by;
  return hold({ scale, x, y }, geometry);
}

function pan({ scale, x, y }: View, by: Point, geometry: Geometry): View {
  return hold({ scale, x: x + by.x, y: y + by.y }, geometry);
}

/** No edge comes further in than the frame's, and what is smaller stays in the middle. */
function hold({ scale, x, y }: View, { frame, picture }: Geometry): View {
  const freeX = Math.max(0, (picture.width * scale - frame.width) / 2);
  const freeY = Math.max(0, (picture.height * scale - frame.height) / 2);
  return {
    scale,
    x: Math.min(Math.max(x, -freeX), freeX),
    y: Math.min(Math.max(y, -freeY), freeY),
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
