import { isEmojiOnly } from './is-emoji-only.ts';
import styles from './message-text.module.css';
import { parseText, type TextPart } from './parse-text.ts';

export interface MessageTextProps {
  readonly text: string;
  /** Of its links. */
  readonly tabIndex: number;
}

export function MessageText({ text, tabIndex }: MessageTextProps) {
  const size = isEmojiOnly(text) ? styles['emoji'] : '';
  return (
    <div className={`${styles['text']} ${size}`} dir="auto">
      {parseText(text).map((part, index) => (
        <Part key={index} part={part} tabIndex={tabIndex} />
      ))}
    </div>
  );
}

function Part({ part, tabIndex }: { readonly part: TextPart; readonly tabIndex: number }) {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'code':
      return (
        <code className={styles['code']} dir="ltr">
          {part.text}
        </code>
      );
    case 'block':
      return (
        <pre className={styles['block']} dir="ltr">
          <code>{part.text}</code>
        </pre>
      );
    case 'link':
      return (
        <a
          href={part.url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          tabIndex={tabIndex}
          dir="ltr"
        >
          {part.text}
        </a>
      );
  }
}
