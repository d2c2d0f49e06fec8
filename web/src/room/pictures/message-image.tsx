import { ImageOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { placeholderUrl } from '../../images/placeholder-url.ts';
import { t } from '../../i18n/t.ts';
import { BytesImage } from '../../ui/bytes-image.tsx';
import { RemoteImage } from '../../ui/remote-image.tsx';
import { useIsOnline } from '../use-is-online.ts';
import styles from './message-images.module.css';
import { pictureBoxOf } from './picture-box.ts';
import { isViewable, type ShownPicture } from './shown-picture.ts';

export interface MessageImageProps {
  readonly picture: ShownPicture;
  /** What a picture is called that nobody has described. */
  readonly place: { readonly number: number; readonly count: number; readonly username: string };
  readonly isAlone: boolean;
  readonly tabIndex: number;
  readonly onOpen: () => void;
}

/** Takes its room at once, whatever there is to see in it. */
export function MessageImage({ picture, place, isAlone, tabIndex, onOpen }: MessageImageProps) {
  const { attachment } = picture;
  const { widthPx, heightPx } = pictureBoxOf(attachment);
  const name = attachment.alt || t('picture.undescribed', place);
  const box = isAlone
    ? { inlineSize: `min(100%, ${widthPx}px)`, aspectRatio: `${widthPx} / ${heightPx}` }
    : {};

  if (attachment.state === 'rejected') {
    return (
      <div style={box} className={`${styles['box']} ${styles['rejected']}`}>
        <ImageOff />
        <p>{t(`picture.rejected.${attachment.reason ?? 'not-an-image'}`)}</p>
        {attachment.alt !== '' && <p className={styles['description']}>{attachment.alt}</p>}
      </div>
    );
  }
  if (!isViewable(picture)) {
    return (
      <div role="img" aria-label={name} aria-busy style={box} className={styles['box']}>
        <Layers picture={picture} name="" />
      </div>
    );
  }
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={t('picture.open', { name })}
      style={box}
      className={styles['box']}
      onClick={onOpen}
    >
      <Layers picture={picture} name={name} />
    </button>
  );
}

/** A blurred picture, over it the sender's own, over that the thumbnail, as each of them arrives. */
function Layers({ picture, name }: { readonly picture: ShownPicture; readonly name: string }) {
  const { attachment, own } = picture;
  const [isLoaded, setIsLoaded] = useState(false);
  const blurred = useMemo(() => placeholderUrl(attachment.placeholder), [attachment.placeholder]);
  const isOnline = useIsOnline();
  // What could not be loaded is tried again when the network is back. What is there stays the same
  // element, or a press that it arrives under would be none.
  const [askedOnline, setAskedOnline] = useState(isOnline);
  if (!isLoaded && askedOnline !== isOnline) setAskedOnline(isOnline);
  return (
    <>
      {blurred !== null && <img src={blurred} alt="" className={styles['layer']} />}
      {own !== null && !isLoaded && (
        <BytesImage
          bytes={own.bytes}
          contentType={own.contentType}
          alt={attachment.thumbUrl === null ? name : ''}
          className={styles['layer']}
        />
      )}
      {attachment.thumbUrl !== null && (
        <RemoteImage
          key={String(askedOnline)}
          src={attachment.thumbUrl}
          alt={name}
          decoding="async"
          draggable={false}
          className={`${styles['layer']} ${styles['thumbnail']}`}
          data-loaded={isLoaded}
          onLoad={() => setIsLoaded(true)}
        />
      )}
    </>
  );
}
