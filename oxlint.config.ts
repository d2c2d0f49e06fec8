import { defineConfig, type OxlintOverride } from 'oxlint';

/** What a folder may not import, and what to do instead. A folder's bans replace all wider ones. */
interface Ban {
  regex: string;
  message: string;
}

const SDK: Ban = {
  regex: '^(firebase|@firebase)(/|$)',
  message: 'Only web/src/firebase speaks to Firebase: import a function from there instead.',
};

const PARTS = [
  'main',
  'app',
  'room',
  'sign-in',
  'account',
  'people',
  'outbox',
  'firebase',
  'images',
  'ui',
  'platform',
  'i18n',
];

/** web: main → app → {room, sign-in, account} → people → {outbox, firebase} → images → {ui, platform} → i18n */
const WEB_LAYERS: Record<string, readonly string[]> = {
  app: [
    'room',
    'sign-in',
    'account',
    'people',
    'outbox',
    'firebase',
    'images',
    'ui',
    'platform',
    'i18n',
  ],
  room: ['people', 'outbox', 'firebase', 'images', 'ui', 'platform', 'i18n'],
  'sign-in': ['people', 'outbox', 'firebase', 'images', 'ui', 'platform', 'i18n'],
  account: ['people', 'outbox', 'firebase', 'images', 'ui', 'platform', 'i18n'],
  people: ['outbox', 'firebase', 'images', 'ui', 'platform', 'i18n'],
  outbox: ['images', 'platform', 'i18n'],
  firebase: ['images', 'platform'],
  images: ['platform', 'i18n'],
  ui: ['platform', 'i18n'],
  platform: [],
  i18n: [],
};

function restrict(files: string[], bans: Ban[]): OxlintOverride {
  return { files, rules: { 'eslint/no-restricted-imports': ['error', { patterns: bans }] } };
}

function webLayer(folder: string, allowed: readonly string[]): OxlintOverride {
  const banned = PARTS.filter((part) => part !== folder && !allowed.includes(part));
  const layer: Ban = {
    regex: `^(\\.\\./)+(${banned.join('|')})(/|\\.tsx?$)`,
    message: `web/src/${folder} may import ${allowed.join(', ') || 'no other folder'} only: take what you need as an argument, or move it down to a folder that both may import.`,
  };
  return restrict([`web/src/${folder}/**`], folder === 'firebase' ? [layer] : [layer, SDK]);
}

export default defineConfig({
  plugins: [
    'eslint',
    'typescript',
    'unicorn',
    'oxc',
    'import',
    'react',
    'jsx-a11y',
    'promise',
    'vitest',
  ],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['**/dist/**', '.cache/**', '.local/**'],
  rules: {
    'eslint/eqeqeq': 'error',
    'eslint/no-console': 'error',
    // TypeScript's noImplicitReturns knows about exhaustive switches.
    'typescript/consistent-return': 'off',
    'eslint/no-shadow': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
    'promise/always-return': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'eslint/no-var': 'error',
    'eslint/prefer-const': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
    'oxc/no-barrel-file': 'error',
    'react/exhaustive-deps': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/rules-of-hooks': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    // Firestore documents and JSON have the shape that the rules or a schema of ours give them.
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/switch-exhaustiveness-check': 'error',
    'vitest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect*', 'expect*.**', '*.expect*'] },
    ],
  },
  overrides: [
    restrict(
      ['shared/src/**'],
      [
        {
          regex: '^(\\.\\.|[^.])',
          message:
            'shared/ imports nothing: take it as an argument, or keep it in web/ or functions/.',
        },
      ],
    ),
    restrict(['web/src/*'], [SDK]),
    ...Object.entries(WEB_LAYERS).map(([folder, allowed]) => webLayer(folder, allowed)),
    restrict(
      ['functions/src/*/**'],
      [
        {
          regex: '/(triggers/|index\\.ts$)|^firebase-functions(/v2/|$)',
          message: 'Logic knows no trigger: take db, bucket and now as arguments.',
        },
      ],
    ),
    restrict(
      ['functions/src/triggers/**'],
      [
        {
          regex: '^\\./|/index\\.ts$',
          message:
            'A trigger imports logic from the folders beside triggers/, not another trigger.',
        },
      ],
    ),
    restrict(
      ['functions/src/index.ts'],
      [
        {
          regex: '^(\\./[^t]|[^.])',
          message: 'index.ts only lists the triggers: import from ./triggers/ alone.',
        },
      ],
    ),
    {
      files: ['**/*.test.ts', '**/*.test.tsx'],
      rules: { 'eslint/no-restricted-imports': 'off' },
    },
    { files: ['tools/**'], rules: { 'eslint/no-console': 'off' } },
    { files: ['*.config.ts', '**/*.config.ts'], rules: { 'import/no-default-export': 'off' } },
  ],
});
