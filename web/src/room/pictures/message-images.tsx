import { useMemo, useState } from 'react';
import type { Attachment } from '@plaza/shared/attachment';
import type { PreparedImage } from '../../images/prepared-image.ts';
import { useOpenLightbox } from './lightbox-host.tsx';
import { MessageImage } from './message-image.tsx';
import styles from './message-images.module.css';
import { isViewable, shownPictures } from './shown-picture.ts';

const NONE: readonly PreparedImage[] = [];

export interface MessageImagesProps {
  readonly attachments: readonly Attachment[];
  /** As this device holds them, while the message is in the outbox. */
  readonly own: readonly PreparedImage[] | undefined;
  readonly username: string;
  readonly tabIndex?: number;
}

/** The pictures of a message: one in its own shape, several in a small grid. */
export function MessageImages({ attachments, own, username, tabIndex = 0 }: MessageImagesProps) {
  // The outbox lets go of them as soon as the message has arrived, before there are thumbnails.
  const [kept, setKept] = useState(own ?? NONE);
  if (own !== undefined && own !== kept) setKept(own);
  const pictures = useMemo(() => shownPictures(attachments, kept), [attachments, kept]);
  const viewable = pictures.filter(isViewable);
  const openLightbox = useOpenLightbox();

  if (pictures.length === 0) return null;
  return (
    <div
      className={`${styles['images']} ${pictures.length > 1 ? styles['grid'] : ''}`}
      data-count={pictures.length}
    >
      {pictures.map((picture, index) => (
        <MessageImage
          key={index}
          picture={picture}
          place={{ number: index + 1, count: pictures.length, username }}
          isAlone={pictures.length === 1}
          tabIndex={tabIndex}
          onOpen={() =>
            openLightbox({ pictures: viewable, start: viewable.indexOf(picture), username })
          }
        />
      ))}
    </div>
  );
}
