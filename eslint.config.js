import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import { builtinRules } from 'eslint/use-at-your-own-risk'
import globals from 'globals'
import typescript from 'typescript-eslint'

/** ESLint's own recommended set, which ships as a package of its own that we need not install. */
const eslintRecommended = Object.fromEntries(
  [...builtinRules]
    .filter(([, rule]) => rule.meta?.docs?.recommended === true)
    .map(([name]) => [name, 'error']),
)

/** One entry per import that has a single home; `homes` are the files that may use it. */
const homes = {
  electron: {
    group: ['electron', 'electron/*'],
    message: 'Electron lives in src/main/index.ts, src/main/electron and src/preload.',
  },
  database: {
    group: ['typeorm', 'typeorm/*', 'better-sqlite3-multiple-ciphers', 'pg'],
    message:
      'Databases are reached through the repositories and UnitOfWork of src/core/ports/repositories.ts.',
  },
  phone: {
    group: ['libphonenumber-js', 'libphonenumber-js/*'],
    message: 'Use #core/kernel/phone.ts, which knows the Vietnamese rules.',
  },
  lunar: {
    group: ['date-chinese'],
    message: 'Use the Vietnam calendar of #core/kernel.',
  },
  typst: {
    group: ['@myriaddreamin/*'],
    message: 'Letters are typeset through the Typesetter port (src/main/letters).',
  },
  messages: {
    group: ['vue-i18n'],
    message:
      'Its `t` takes any string: use #renderer/i18n/index.ts, where a key that is not there does not compile.',
  },
  node: {
    group: ['node:*'],
    message:
      'The window and the core run without Node: use a port (core) or the client (renderer).',
  },
  main: {
    regex: '^#main/|(^|/)main/',
    message: 'Ask the core through the contract (#shared/contract).',
  },
  parents: {
    group: ['../../../*'],
    message: 'Across top folders write #core/…, #shared/…, #main/…, #renderer/… or #test/….',
  },
}

function restrictImports(files, allowed, ignores = []) {
  const patterns = Object.entries(homes)
    .filter(([name]) => !allowed.includes(name))
    .map(([, home]) => home)
  return {
    files,
    ignores,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  }
}

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing has one name everywhere.',
}

const noHiddenInput = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The core takes the time from its Clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The core takes the time from its Clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The core takes ids and chance from its context.',
  },
  {
    selector: "MemberExpression[object.name='crypto'][property.name='randomUUID']",
    message: 'The core takes ids from its context.',
  },
]

const unsafeRules = {
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
}

export default defineConfig(
  {
    ignores: ['out/', '.dev/', 'dist/', 'test/output/', 'test/tooling/fixtures/', 'bench/'],
  },
  {
    linterOptions: { noInlineConfig: true },
    rules: eslintRecommended,
  },
  typescript.configs.strictTypeChecked,
  vue.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-console': 'error',
      'no-undef': 'off',
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
      'max-lines': ['error', 350],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Slow, and about what this code does not have: enums and class hierarchies.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Text is taken apart by code point on purpose, where a length or a tone mark is counted.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }] },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // A port may be an existing one under the name its users know it by.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // A port is asynchronous also where one side of it has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },

  restrictImports(['src/core/**'], [], ['src/core/kernel/**']),
  restrictImports(['src/core/kernel/**'], ['phone', 'lunar']),
  restrictImports(['src/shared/**'], []),
  restrictImports(['src/renderer/**'], [], ['src/renderer/i18n/**']),
  restrictImports(['src/renderer/i18n/**'], ['messages']),
  restrictImports(['src/preload/**'], ['electron']),
  restrictImports(
    ['src/main/**'],
    ['node', 'main'],
    ['src/main/db/**', 'src/main/electron/**', 'src/main/index.ts', 'src/main/letters/**'],
  ),
  restrictImports(['src/main/db/**'], ['node', 'main', 'database']),
  restrictImports(['src/main/letters/**'], ['node', 'main', 'typst']),
  restrictImports(['src/main/electron/**', 'src/main/index.ts'], ['node', 'main', 'electron']),

  {
    files: ['src/core/**'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...noHiddenInput] },
  },
  {
    // Landed: what made the stores there are is never touched again.
    files: ['src/main/db/migrations/0001-initial.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['scripts/**', 'src/main/**/logger.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // The types of .vue files are vue-tsc's work; here they are unknown.
    files: ['src/renderer/**/*.ts', 'test/renderer/**/*.ts'],
    rules: unsafeRules,
  },
  {
    files: ['test/**'],
    rules: {
      ...unsafeRules,
      // How a test shows that something does not compile: where it does, this is the error.
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
    },
  },

  {
    files: ['**/*.vue'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: typescript.parser, projectService: false, program: null },
    },
    rules: {
      'no-restricted-syntax': 'off',
      'vue/no-v-html': 'error',
      'vue/no-bare-strings-in-template': 'error',
      'vue/no-restricted-syntax': [
        'error',
        {
          selector: 'Identifier[name=/^\\$(t|te|tm|rt|d|n)$/]',
          message:
            'The keys of `$t` are not checked: take `t` from useI18n of #renderer/i18n/index.ts.',
        },
      ],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      'vue/define-macros-order': 'error',
      'vue/define-props-declaration': 'error',
      'vue/define-emits-declaration': ['error', 'type-literal'],
      'vue/html-button-has-type': 'error',
      'vue/no-static-inline-styles': 'error',
      'vue/no-template-target-blank': 'error',
      'vue/no-undef-components': ['error', { ignorePatterns: ['RouterLink', 'RouterView'] }],
      'vue/no-unused-refs': 'error',
      'vue/no-useless-v-bind': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
      // A component is named by its folder too; App.vue needs no second word.
      'vue/multi-word-component-names': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.config.{js,ts}', '*.cjs'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      'no-undef': 'off',
    },
  },
  prettier,
)
