import eslint from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// `views -> state -> (signaling, peers, media)`: nothing below the views knows Preact, and no part knows one above it.
const belowViews = (...folders) => ({
  patterns: [
    {
      group: ['preact', 'preact/*', '@preact/signals'],
      message: 'Nothing below the views knows Preact.',
    },
    {
      group: folders.map((folder) => `**/${folder}/**`),
      message: 'Dependencies point one way: views -> state -> (signaling, peers, media).',
    },
  ],
});

export default tseslint.config(
  {
    ignores: ['node_modules', 'src/signaling/protocol.generated.ts', '*.config.js', '*.config.ts'],
  },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'react-hooks': hooks },
    rules: {
      curly: ['error', 'all'],
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 80, skipComments: true }],
      'no-console': 'error',
      'no-shadow': 'off',
      '@typescript-eslint/no-shadow': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text goes into text nodes.' },
        { property: 'dangerouslySetInnerHTML', message: 'Text goes into text nodes.' },
      ],
    },
  },
  {
    files: ['src/state/**'],
    rules: { 'no-restricted-imports': ['error', belowViews('views', 'ui', 'hooks')] },
  },
  {
    files: ['src/signaling/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        belowViews('views', 'ui', 'hooks', 'state', 'peers', 'media'),
      ],
    },
  },
  {
    files: ['src/peers/**'],
    rules: {
      'no-restricted-imports': ['error', belowViews('views', 'ui', 'hooks', 'state', 'media')],
    },
  },
  {
    files: ['src/media/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        belowViews('views', 'ui', 'hooks', 'state', 'signaling', 'peers'),
      ],
    },
  },
  { files: ['src/log.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.test.ts', '**/*.test.tsx'], rules: { 'max-lines-per-function': 'off' } },
);
