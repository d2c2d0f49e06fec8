import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../../i18n/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { downloadPicture } from './download-picture.ts';
import { FullPicture } from './full-picture.tsx';
import styles from './lightbox.module.css';
import type { ShownPicture } from './shown-picture.ts';
import type { StageEvent } from './stage.ts';
import { useStage } from './use-stage.ts';

const ZOOM_STEP = 1.5;
const PAN_STEP_PX = 80;

export interface LightboxProps {
  readonly pictures: readonly ShownPicture[];
  /** Which one is shown first. */
  readonly start: number;
  readonly username: string;
  readonly onClose: () => void;
}

/** The pictures of a message as large as the page. Open as long as it is rendered. */
export function Lightbox({ pictures, start, username, onClose }: LightboxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState(start);
  const [problem, setProblem] = useState('');
  const count = pictures.length;
  const shown = Math.min(index, count - 1);
  const picture = pictures[shown];
  const { stage, change, pointerHandlers } = useStage(
    frame,
    picture?.attachment ?? { width: 1, height: 1 },
    (wish) => {
      if (wish === 'close') close();
      else turn(wish);
    },
  );

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (count === 0) dialog.current?.close();
  }, [count]);

  function close(): void {
    dialog.current?.close();
  }

  /** A picture that goes to the left makes room for the next one, where people read to the right. */
  function turn(to: 'left' | 'right'): void {
    const isRtl = dialog.current?.matches(':dir(rtl)') === true;
    show(shown + ((to === 'left') === isRtl ? -1 : 1));
  }

  function show(next: number): void {
    change({ type: 'fit' });
    setProblem('');
    setIndex((next + count) % count);
  }

  async function download(): Promise<void> {
    if (picture === undefined) return;
    setProblem('');
    const isSaved = await downloadPicture(picture, `plaza-${shown + 1}`);
    if (!isSaved) setProblem(t('lightbox.notDownloaded'));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const action = actionOf(event.key, stage.view.scale > 1);
    if (action === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (typeof action === 'string') turn(action);
    else change(action);
  }

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={styles['lightbox']}
      aria-label={t('lightbox.title', { username })}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div className={styles['bar']}>
        <IconButton label={t('dialog.close')} onClick={close}>
          <X />
        </IconButton>
        <IconButton
          label={t('lightbox.zoomIn')}
          onClick={() => change({ type: 'zoom', factor: ZOOM_STEP })}
        >
          <ZoomIn />
        </IconButton>
        <IconButton
          label={t('lightbox.zoomOut')}
          onClick={() => change({ type: 'zoom', factor: 1 / ZOOM_STEP })}
        >
          <ZoomOut />
        </IconButton>
        <IconButton label={t('lightbox.download')} onClick={() => void download()}>
          <Download />
        </IconButton>
      </div>
      <div ref={frame} className={styles['frame']} {...pointerHandlers}>
        {picture !== undefined && <FullPicture key={shown} picture={picture} stage={stage} />}
      </div>
      {count > 1 && (
        <>
          <IconButton
            label={t('lightbox.previous')}
            className={styles['previous']}
            onClick={() => show(shown - 1)}
          >
            <ChevronLeft />
          </IconButton>
          <IconButton
            label={t('lightbox.next')}
            className={styles['next']}
            onClick={() => show(shown + 1)}
          >
            <ChevronRight />
          </IconButton>
        </>
      )}
      <div className={styles['caption']} role="status">
        {count > 1 && <p>{t('lightbox.place', { number: shown + 1, count })}</p>}
        <p dir="auto">{problem || picture?.attachment.alt}</p>
      </div>
    </dialog>
  );
}

/** `left` and `right`: where the shown picture goes. */
function actionOf(key: string, isZoomed: boolean): 'left' | 'right' | StageEvent | null {
  switch (key) {
    case '+':
    case '=':
      return { type: 'zoom', factor: ZOOM_STEP };
    case '-':
      return { type: 'zoom', factor: 1 / ZOOM_STEP };
    case '0':
      return { type: 'fit' };
    case 'ArrowLeft':
      return isZoomed ? { type: 'pan', x: PAN_STEP_PX, y: 0 } : 'right';
    case 'ArrowRight':
      return isZoomed ? { type: 'pan', x: -PAN_STEP_PX, y: 0 } : 'left';
    case 'ArrowUp':
      return { type: 'pan', x: 0, y: PAN_STEP_PX };
    case 'ArrowDown':
      return { type: 'pan', x: 0, y: -PAN_STEP_PX };
    default:
      return null;
  }
}
