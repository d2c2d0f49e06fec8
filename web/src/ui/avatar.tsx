import styles from './avatar.module.css';
import { personColour } from './person-colour.ts';

export interface AvatarProps {
  readonly uid: string;
  readonly username: string;
  readonly size?: 'small' | 'medium';
}

/** A person's initial in their colour. Decoration: the name stands beside it. */
export function Avatar({ uid, username, size = 'medium' }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={`${styles['avatar']} ${styles[size] ?? ''} ${personColour(uid)}`}
    >
      {username.charAt(0).toUpperCase()}
    </span>
  );
}
