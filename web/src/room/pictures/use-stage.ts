import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import {
  changeStage,
  START,
  type Geometry,
  type Size,
  type Stage,
  type StageEvent,
} from './stage.ts';

/** A notch of a mouse wheel, about 100, zooms by a fifth. */
const ZOOM_PER_PX = 0.002;

export interface StageInHand {
  readonly stage: Stage;
  readonly change: (event: StageEvent) => void;
  readonly pointerHandlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
  };
}

/** Fingers, mouse and wheel on a picture. `onAsk` is called for a swipe and for a pull downwards. */
export function useStage(
  frame: RefObject<HTMLElement | null>,
  size: Size,
  onAsk: (wish: NonNullable<Stage['asks']>) => void,
): StageInHand {
  const [stage, setStage] = useState(START);
  /** Several events come between two frames, each of which needs the one before. */
  const latest = useRef(START);

  function change(event: StageEvent): void {
    if (frame.current === null) return;
    latest.current = changeStage(latest.current, event, geometryOf(frame.current, size));
    setStage(latest.current);
    if (latest.current.asks !== null) onAsk(latest.current.asks);
  }

  function tell(type: 'down' | 'move' | 'up', event: PointerEvent): void {
    change({ type, id: event.pointerId, at: event.timeStamp, ...pointOf(event, frame.current) });
  }

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    // React listens passively, and the browser would zoom the page.
    function onWheel(event: WheelEvent): void {
      event.preventDefault();
      const factor = Math.exp(-event.deltaY * ZOOM_PER_PX);
      change({ type: 'zoom', factor, around: pointOf(event, element) });
    }
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  });

  return {
    stage,
    change,
    pointerHandlers: {
      onPointerDown(event) {
        if (event.button !== 0 || isOnButton(event)) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        tell('down', event);
      },
      onPointerMove: (event) => tell('move', event),
      onPointerUp: (event) => tell('up', event),
      onPointerCancel: (event) => change({ type: 'cancel', id: event.pointerId }),
    },
  };
}

/** Who captures the pointer gets the click, too. */
function isOnButton({ target }: PointerEvent): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

function geometryOf(element: HTMLElement, size: Size): Geometry {
  const frame = { width: element.clientWidth, height: element.clientHeight };
  const fit = Math.min(1, frame.width / size.width, frame.height / size.height);
  return { frame, picture: { width: size.width * fit, height: size.height * fit } };
}

function pointOf(event: { clientX: number; clientY: number }, element: HTMLElement | null) {
  const box = element?.getBoundingClientRect() ?? new DOMRect();
  return {
    x: event.clientX - box.left - box.width / 2,
    y: event.clientY - box.top - box.height / 2,
  };
}
