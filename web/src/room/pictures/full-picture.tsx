import { useEffect, useRef, useState } from 'react';
import { t } from '../../i18n/t.ts';
import { BytesImage } from '../../ui/bytes-image.tsx';
import { Button } from '../../ui/button.tsx';
import { RemoteImage } from '../../ui/remote-image.tsx';
import styles from './lightbox.module.css';
import type { ShownPicture } from './shown-picture.ts';
import type { Stage } from './stage.ts';

export interface FullPictureProps {
  readonly picture: ShownPicture;
  readonly stage: Stage;
}

/** One picture in full, over its thumbnail until it is loaded. */
export function FullPicture({ picture: { attachment, own }, stage }: FullPictureProps) {
  const [loading, setLoading] = useState<'under-way' | 'done' | 'failed'>('under-way');
  const box = useRef<HTMLDivElement>(null);
  const { width, height, url, thumbUrl, alt } = attachment;
  const { view, drawn } = stage;
  const name = alt || t('lightbox.undescribed');

  // The button that tries again takes the focus with it as it goes, and keys would reach nobody.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.closest('dialog')?.focus();
  });

  return (
    <>
      <div
        ref={box}
        className={styles['picture']}
        data-scale={view.scale}
        style={{
          inlineSize: `min(${width}px, 100cqi, ${width / height} * 100cqb)`,
          aspectRatio: `${width} / ${height}`,
          transform: `translate(${view.x + drawn.x}px, ${view.y + drawn.y}px) scale(${view.scale})`,
        }}
      >
        {thumbUrl !== null && loading !== 'done' && (
          <img src={thumbUrl} alt="" draggable={false} className={styles['layer']} />
        )}
        {own !== null && loading !== 'done' && (
          <BytesImage
            bytes={own.bytes}
            contentType={own.contentType}
            alt={url === null ? name : ''}
            draggable={false}
            className={styles['layer']}
          />
        )}
        {url !== null && loading !== 'failed' && (
          <RemoteImage
            src={url}
            alt={name}
            draggable={false}
            className={styles['layer']}
            onLoad={() => setLoading('done')}
            onFail={() => setLoading('failed')}
          />
        )}
      </div>
      {loading === 'failed' && (
        <div role="alert" className={styles['failed']}>
          <p>{t('lightbox.failed')}</p>
          <Button onClick={() => setLoading('under-way')}>{t('app.tryAgain')}</Button>
        </div>
      )}
    </>
  );
}
