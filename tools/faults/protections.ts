import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** What keeps messages safe, and how a run of the suite does without it. The product has no such switch. */
export interface Protection {
  readonly replacements: readonly Replacement[];
  /** Rules that let the weaker client through. */
  readonly weakenRules: (rules: string) => string;
}

/** One module of the client that another one stands in for. */
export interface Replacement {
  /** A file, or a package. */
  readonly module: string;
  /** The only file in whose imports it is replaced; all unless given. */
  readonly importer?: string;
  readonly by: string;
}

const WEB = join(ROOT, 'web', 'src');
const WITHOUT = join(import.meta.dirname, 'without');

export const PROTECTIONS = {
  'outbox-shadow': inClient({ 'outbox/disk-store.ts': 'outbox-shadow.ts' }),
  'read-back': inClient({ 'firebase/sending.ts': 'read-back.ts' }),
  'batch-binding': {
    replacements: [
      {
        module: 'firebase/firestore',
        importer: join(WEB, 'firebase/sending.ts'),
        by: join(WITHOUT, 'batch-binding.ts'),
      },
    ],
    weakenRules: (rules) =>
      [
        ' && existsAfter(uploadPath(index))',
        "\n          && isNew(path('messages', messageId))",
        '\n        && isLedgered(messageId)',
        "\n          && (isNew(path('messages', after.lastMessageId)) || isNew(path('reports', after.lastMessageId)))",
      ].reduce(without, rules),
  },
  'web-lock': inClient({ 'outbox/tab-link.ts': 'web-lock.ts' }),
  pacing: inClient({ 'outbox/pace.ts': 'pace.ts', 'outbox/judge-refusal.ts': 'judge-refusal.ts' }),
} satisfies Record<string, Protection>;

export type ProtectionName = keyof typeof PROTECTIONS;

function inClient(modules: Readonly<Record<string, string>>): Protection {
  return {
    replacements: Object.entries(modules).map(([module, by]) => ({
      module: join(WEB, module),
      by: join(WITHOUT, by),
    })),
    weakenRules: (rules) => rules,
  };
}

/** @throws Error when the condition is not there: the rules have changed */
function without(rules: string, condition: string): string {
  if (!rules.includes(condition)) throw new Error(`The rules do not say "${condition.trim()}".`);
  return rules.replace(condition, '');
}
