import { X } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ALT_MAX_CHARS } from '@plaza/shared/limits';
import type { PreparedImage } from '../../images/prepared-image.ts';
import { t } from '../../i18n/t.ts';
import { BytesImage } from '../../ui/bytes-image.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { ChosenFile } from './attaching.ts';
import { isComposing } from './is-composing.ts';
import { pictureKey } from './picture-key.ts';
import styles from './picture-list.module.css';

export interface PictureListProps {
  readonly images: readonly PreparedImage[];
  readonly preparing: readonly ChosenFile[];
  readonly onDescribe: (image: PreparedImage, alt: string) => void;
  readonly onRemove: (picture: PreparedImage | ChosenFile) => void;
  /** The focus has no picture to go to next. */
  readonly onLeave: () => void;
}

/** The pictures of the message that is being written; those that are being prepared come last. */
export function PictureList(props: PictureListProps) {
  const { images, preparing, onDescribe, onRemove, onLeave } = props;
  const list = useRef<HTMLUListElement>(null);
  const pictures = [...images, ...preparing];

  function remove(index: number, picture: PreparedImage | ChosenFile): void {
    const items = list.current?.children;
    const next = items?.[index + 1] ?? items?.[index - 1];
    onRemove(picture);
    if (next === undefined) onLeave();
    else next.querySelector('button')?.focus();
  }

  /** A description has one line, and whoever ends it does not mean to send. */
  function goOn(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' || isComposing(event)) return;
    event.preventDefault();
    const descriptions = [...(list.current?.querySelectorAll('input') ?? [])];
    const next = descriptions[descriptions.indexOf(event.currentTarget) + 1];
    if (next === undefined) onLeave();
    else next.focus();
  }

  if (pictures.length === 0) return null;
  return (
    <ul ref={list} aria-label={t('composer.pictures')} className={styles['list']}>
      {pictures.map((picture, index) => (
        <Item key={pictureKey(picture)} number={index + 1} onRemove={() => remove(index, picture)}>
          {'bytes' in picture ? (
            <>
              <BytesImage
                bytes={picture.bytes}
                contentType={picture.contentType}
                alt={picture.alt}
                className={styles['preview']}
              />
              <input
                className={styles['alt']}
                aria-label={t('composer.describe', { number: index + 1 })}
                placeholder={t('composer.altPlaceholder')}
                dir="auto"
                maxLength={ALT_MAX_CHARS}
                enterKeyHint="next"
                value={picture.alt}
                onChange={(event) => onDescribe(picture, event.target.value)}
                onKeyDown={goOn}
              />
            </>
          ) : (
            <>
              <span className={styles['preparing']} />
              <span className={styles['name']}>
                {t('composer.preparing', { name: picture.file.name })}
              </span>
            </>
          )}
        </Item>
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly number: number;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function Item({ number, onRemove, children }: ItemProps) {
  return (
    <li className={styles['item']}>
      {children}
      <IconButton label={t('composer.removeImage', { number })} onClick={onRemove}>
        <X />
      </IconButton>
    </li>
  );
}
