import type { Deed } from './plan.ts';

/**
 * What a scenario is about: how likely each deed is, as parts of all. What a theme does not name does
 * not happen in it, so that each trouble also meets a quiet background.
 */
export const THEMES = {
  tunnel: { write: 10, 'go offline': 5, 'go online': 3, kill: 3, open: 4, reload: 1, delete: 1 },
  'lost acknowledgements': {
    write: 10,
    'lose acknowledgement': 6,
    reload: 2,
    kill: 1,
    open: 2,
    delete: 1,
  },
  'bad line': {
    write: 10,
    'break network': 4,
    'mend network': 3,
    'slow network': 3,
    'cut connections': 3,
    reload: 1,
    kill: 1,
    open: 2,
  },
  'many tabs': {
    write: 10,
    'slow network': 3,
    'cut connections': 2,
    'lose acknowledgement': 1,
    kill: 3,
    open: 5,
    freeze: 3,
    thaw: 2,
    delete: 4,
    reload: 1,
  },
  /** It is only slow, so nothing needs to be sent twice. */
  'no cache': {
    write: 10,
    'write many': 1,
    'slow network': 5,
    'mend network': 1,
    open: 2,
    delete: 2,
  },
  'too fast': {
    write: 3,
    'write many': 4,
    'spend quota': 3,
    reload: 2,
    kill: 1,
    open: 2,
    delete: 1,
    'cut connections': 1,
  },
  'changing names': {
    write: 10,
    rename: 3,
    'go offline': 3,
    'go online': 2,
    'lose acknowledgement': 2,
    reload: 1,
  },
  refusals: {
    write: 10,
    'refuse messages': 4,
    'accept messages': 3,
    retry: 3,
    delete: 2,
    reload: 1,
  },
  'wrong time': {
    write: 10,
    'skew clock': 4,
    'spend quota': 2,
    'write many': 1,
    'refuse token': 2,
    'end session': 1,
    reload: 2,
    'go offline': 1,
    'go online': 2,
  },
  everything: {
    write: 12,
    'write many': 1,
    delete: 3,
    retry: 1,
    reload: 2,
    kill: 2,
    open: 3,
    freeze: 1,
    thaw: 1,
    'go offline': 2,
    'go online': 2,
    'break network': 2,
    'slow network': 1,
    'mend network': 2,
    'cut connections': 2,
    'lose acknowledgement': 2,
    'refuse token': 1,
    'end session': 1,
    rename: 1,
    'refuse messages': 1,
    'accept messages': 1,
    'skew clock': 1,
    'spend quota': 1,
  },
} as const satisfies Record<string, Partial<Record<Deed['do'], number>>>;

export type Theme = keyof typeof THEMES;

export const THEME_NAMES = Object.keys(THEMES) as Theme[];
