import tseslint from 'typescript-eslint';

const house = (selector, message) => ({ selector, message });

/** The house rules: each message names what to write instead. */
const clock = [
  house(
    "NewExpression[callee.name='Date'][arguments.length=0]",
    'Ask the clock you were given: deps.clock.now(). See platform/clock.ts.',
  ),
  house(
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    'Ask the clock you were given: deps.clock.now(). See platform/clock.ts.',
  ),
];
const randomness = house(
  "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  'Take ids and randomness from platform/ids.ts, so a test can choose them.',
);
const environment = house(
  "MemberExpression[object.name='process'][property.name='env']",
  'Settings arrive as Settings. Only cli/ reads the environment, once.',
);
const taste = [
  house(
    "ThrowStatement > NewExpression[callee.name='Error']",
    'Throw a Fault with a code from platform/faults.ts, or return a refusal.',
  ),
  house('TSEnumDeclaration', 'Use a union of string literals.'),
  house('ExportAllDeclaration', 'No barrels: import from the file that has the thing.'),
  house('ExportDefaultDeclaration', 'Export by name, so the name is the same everywhere.'),
];
const everywhere = [...clock, randomness, environment, ...taste];

export default tseslint.config(
  { ignores: ['dist/**', 'dist-bench/**', 'data/**', 'node_modules/**', 'desk-ui/vite.config.ts'] },
  {
    files: ['src/**/*.{ts,tsx}', 'desk-ui/**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      'no-restricted-syntax': ['error', ...everywhere],
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: ['src/platform/clock.ts', 'desk-ui/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', randomness, environment, ...taste] },
  },
  {
    // A language is one file, however long.
    files: ['desk-ui/words/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, randomness, ...taste], 'no-console': 'off' },
  },
);
