import styles from './person-colour.module.css';

const COLOUR_COUNT = 8;

/** The class that gives text a person's colour: always the same, also after a rename. */
export function personColour(uid: string): string {
  let hash = 0;
  for (let index = 0; index < uid.length; index += 1) {
    hash = (hash * 31 + uid.charCodeAt(index)) >>> 0;
  }
  return styles[`colour${hash % COLOUR_COUNT}`] ?? '';
}
