import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';

/** The house has one direction: renderer → shared ← main, hub → shared (docs/decisions/0001-walls.md). */
const walls = {
  'import-x/no-restricted-paths': [
    'error',
    {
      zones: [
        {
          target: './shared',
          from: ['./main', './renderer', './hub', './scripts', './e2e'],
          message: 'shared/ is the law: it knows nobody.',
        },
        {
          target: './renderer',
          from: ['./main', './hub', './scripts', './e2e'],
          message: 'The counter reaches the cabinet only through shared/contract.ts.',
        },
        {
          target: './main',
          from: ['./renderer', './hub', './scripts', './e2e'],
          message: 'The cabinet knows only the law.',
        },
        {
          target: './hub',
          from: ['./main', './renderer', './scripts', './e2e'],
          message: 'The province knows only the law.',
        },
      ],
    },
  ],
};

const noElectronIpc = {
  paths: [
    {
      name: 'electron',
      importNames: ['ipcMain', 'ipcRenderer'],
      message: 'Only main/ipc.ts and main/preload.ts speak IPC.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['out', 'dist', '.cache', 'node_modules', 'test-results'] },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        performance: 'readonly',
        require: 'readonly',
        module: 'readonly',
        __dirname: 'readonly',
        structuredClone: 'readonly',
        TextDecoder: 'readonly',
        TextEncoder: 'readonly',
      },
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    // One program for all, made once: the editor's service makes it anew at every other file, which is a fifth of the time.
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...walls,
      'no-console': 'error',
      'no-restricted-imports': ['error', noElectronIpc],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // What is named beside a rest is what the rest goes without.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='eval']", message: 'No eval.' },
        {
          selector:
            "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
          message: "import * as z from 'zod': of `{ z }` no bundler can leave out what is not used.",
        },
      ],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(node:|electron|fs|path|crypto|react|dexie|@signalapp)',
              message: 'shared/ is pure: no I/O, no DOM.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'fetch', 'localStorage'],
    },
  },
  // Both ends together, on real databases: the one place where the cabinet meets the province.
  {
    files: ['main/sync/*.test.ts', 'main/sync/testing*.ts'],
    rules: { 'import-x/no-restricted-paths': 'off' },
  },
  { files: ['main/ipc.ts', 'main/preload.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { react, 'react-hooks': reactHooks },
    settings: { react: { version: 'detect' } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // Asks for nothing: TanStack Virtual is meant not to be memoised, and there is no compiler here that would.
      'react-hooks/incompatible-library': 'off',
      'react/jsx-no-literals': [
        'error',
        {
          noStrings: false,
          ignoreProps: true,
          allowedStrings: ['·', '—', ':', '…', '(', ')', '/', ' ', '*', '×', '→', '-'],
        },
      ],
      'react/no-danger': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(node:|electron)', message: 'The renderer has no Node.' }] },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
    },
  },
  { files: ['scripts/**/*.{ts,mjs}', 'e2e/**/*.ts', 'main/tools/**/*.ts'], rules: { 'no-console': 'off' } },
);
