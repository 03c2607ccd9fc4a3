import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** A small program in which every rule is broken once, each time by one import of one file. */
const broken: readonly { rule: string; from: string; code: string }[] = [
  { rule: 'no-circular', from: 'src/core/letters/a.ts', code: "export type * from './b.ts'" },
  { rule: 'no-orphans', from: 'src/core/firms/alone.ts', code: 'export const alone = 1' },
  { rule: 'no-unresolvable', from: 'src/main/lost.ts', code: "import '#main/nowhere.ts'" },
  {
    rule: 'no-tools-in-the-program',
    from: 'src/main/helped.ts',
    code: "import '#test/setup/helper.ts'",
  },
  { rule: 'ships-what-it-imports', from: 'src/main/undeclared.ts', code: "import 'fast-check'" },
  { rule: 'core-imports-only-core', from: 'src/core/people/a.ts', code: "import 'node:crypto'" },
  { rule: 'core-imports-only-core', from: 'src/core/people/b.ts', code: "import 'zod'" },
  {
    rule: 'core-imports-only-core',
    from: 'src/core/people/c.ts',
    code: "import type {} from '#main/core-process/composition.ts'",
  },
  {
    rule: 'pure-libraries-in-the-kernel',
    from: 'src/core/people/d.ts',
    code: "import 'libphonenumber-js'",
  },
  {
    rule: 'kernel-needs-no-feature',
    from: 'src/core/kernel/heavy.ts',
    code: "export * from '../deadlines/rules.ts'",
  },
  {
    rule: 'kernel-needs-no-feature',
    from: 'src/core/kernel/typed.ts',
    code: "import type {} from '../deadlines/rules.ts'",
  },
  ...[
    ['src/core/deadlines/a.ts', '../case/case-file.ts'],
    ['src/core/firms/a.ts', '../ports/context.ts'],
    ['src/core/rights/a.ts', './commands/rights.ts'],
    ['src/core/phrases/a.ts', '../letters/composition/build.ts'],
  ].map(([from = '', to]) => ({
    rule: 'features-need-no-case',
    from,
    code: `import type {} from '${to}'`,
  })),
  {
    rule: 'case-only-derives',
    from: 'src/core/case/a.ts',
    code: "import type {} from '../ports/context.ts'",
  },
  {
    rule: 'case-only-derives',
    from: 'src/core/case/b.ts',
    code: "import './command/case-command.ts'",
  },
  {
    rule: 'letters-are-composed-from-facts',
    from: 'src/core/letters/composition/a.ts',
    code: "import type {} from '../../ports/context.ts'",
  },
  {
    rule: 'ports-speak-in-models',
    from: 'src/core/ports/a.ts',
    code: "import type {} from '../rights/commands/rights.ts'",
  },
  {
    rule: 'case-command-knows-no-use-case',
    from: 'src/core/case/command/a.ts',
    code: "import '../../rights/commands/rights.ts'",
  },
  ...['../../ports/case-tables.ts', '../../case/command/settle.ts'].map((to, index) => ({
    rule: 'writes-go-through-case-command',
    from: `src/core/firms/commands/a${index}.ts`,
    code: `import '${to}'`,
  })),
  {
    rule: 'writes-go-through-case-command',
    from: 'src/main/app/a.ts',
    code: "import '#core/ports/case-tables.ts'",
  },
  {
    rule: 'window-knows-no-use-case',
    from: 'src/renderer/c.ts',
    code: "import type {} from '#core/rights/commands/rights.ts'",
  },
  {
    rule: 'window-knows-no-use-case',
    from: 'src/shared/contract/d.ts',
    code: "import type {} from '#core/ports/context.ts'",
  },
  {
    rule: 'shared-imports-core-and-zod',
    from: 'src/shared/contract/one-sided.ts',
    code: "import '#main/core-process/composition.ts'",
  },
  { rule: 'database-only-in-main-db', from: 'src/main/handlers.ts', code: "import 'typeorm'" },
  {
    rule: 'database-only-in-main-db',
    from: 'src/main/vault/a.ts',
    code: "import type {} from 'pg'",
  },
  {
    rule: 'database-only-in-main-db',
    from: 'src/main/vault/b.ts',
    code: "import 'better-sqlite3-multiple-ciphers'",
  },
  {
    rule: 'electron-only-at-the-edge',
    from: 'src/main/dispatch.ts',
    code: "import { app } from 'electron'",
  },
  {
    rule: 'typst-only-in-main-letters',
    from: 'src/main/files/a.ts',
    code: "import '@myriaddreamin/typst-ts-web-compiler'",
  },
  {
    rule: 'hosts-stay-thin',
    from: 'src/main/browser/a.ts',
    code: "import '../db/data-source.ts'",
  },
  {
    rule: 'hosts-stay-thin',
    from: 'src/main/host/a.ts',
    code: "import type {} from '../core-process/composition.ts'",
  },
  {
    rule: 'core-process-knows-no-host',
    from: 'src/main/workspace/a.ts',
    code: "import '../host/core-client.ts'",
  },
  {
    rule: 'foreign-files-only-in-the-reader',
    from: 'src/main/app/b.ts',
    code: "import '../reader/readers.ts'",
  },
  {
    rule: 'reader-knows-no-key',
    from: 'src/main/reader/a.ts',
    code: "import '../vault/key-file.ts'",
  },
  {
    rule: 'common-knows-neither-process',
    from: 'src/main/common/a.ts',
    code: "import '../db/data-source.ts'",
  },
  {
    rule: 'common-knows-neither-process',
    from: 'src/main/common/b.ts',
    code: "import type {} from '../host/core-client.ts'",
  },
  {
    rule: 'both-hosts-stand-on-host',
    from: 'src/main/host/b.ts',
    code: "import '../browser/http.ts'",
  },
  {
    rule: 'electron-updater-only-in-updates',
    from: 'src/main/electron/b.ts',
    code: "import 'electron-updater'",
  },
  {
    rule: 'hosts-do-not-mix',
    from: 'src/main/electron/a.ts',
    code: "import '../browser/http.ts'",
  },
  {
    rule: 'main-knows-no-window',
    from: 'src/main/a.ts',
    code: "import '#renderer/kit/button.ts'",
  },
  { rule: 'preload-is-a-bridge', from: 'src/preload/a.ts', code: "import 'zod'" },
  {
    rule: 'renderer-stays-in-the-window',
    from: 'src/renderer/a.ts',
    code: "import '#main/core-process/composition.ts'",
  },
  { rule: 'renderer-has-no-node', from: 'src/renderer/b.ts', code: "import 'node:path'" },
  ...[
    ['window-ground-needs-no-window', 'api.ts', './words/errors.ts'],
    ['window-ground-needs-no-window', 'i18n/a.ts', '../kit/button.ts'],
    ['kit-knows-no-program', 'kit/a.ts', '../words/errors.ts'],
    ['kit-knows-no-program', 'kit/b.ts', '../api.ts'],
    ['kit-knows-no-program', 'kit/c.ts', '../stores/session.store.ts'],
    ['kit-knows-no-program', 'kit/d.ts', '#shared/contract/index.ts'],
    ['kit-knows-no-program', 'kit/e.ts', '#core/deadlines/rules.ts'],
    ['words-are-only-words', 'words/a.ts', '../stores/session.store.ts'],
    ['stores-know-no-screen', 'stores/a.ts', '../composables/use-draft.ts'],
    ['composables-know-no-component', 'composables/a.ts', '../blocks/error.ts'],
    ['composables-know-no-component', 'composables/b.ts', '../router.ts'],
    ['blocks-know-no-feature', 'blocks/a.ts', '../features/letters/list.ts'],
    ['features-know-no-frame', 'features/firms/a.ts', '../../frame/rail.ts'],
    ['features-know-no-frame', 'features/firms/b.ts', '../../router.ts'],
  ].map(([rule = '', from = '', to = '']) => ({
    rule,
    from: `src/renderer/${from}`,
    code: `import '${to}'`,
  })),
  {
    rule: 'features-know-no-frame',
    from: 'src/renderer/features/letters/A.vue',
    code: '<script setup lang="ts">\nimport type {} from \'../../frame/rail.ts\'\n</script>',
  },
]

/** What the same layers may do: none of it may be reported. */
const allowed: Readonly<Record<string, string>> = {
  'src/core/kernel/phone.ts': "import 'libphonenumber-js'",
  'src/core/deadlines/rules.ts': "import '../kernel/phone.ts'",
  'src/core/case/case-file.ts': "import '../deadlines/rules.ts'",
  'src/core/letters/composition/build.ts': "import '../../case/case-file.ts'",
  'src/core/ports/context.ts': "import type {} from '../case/case-file.ts'",
  'src/core/ports/case-tables.ts': "import '../kernel/phone.ts'",
  'src/core/case/command/settle.ts': "import '../../ports/case-tables.ts'",
  'src/core/case/command/case-command.ts': "import './settle.ts'\nimport '../case-file.ts'",
  'src/core/rights/commands/rights.ts':
    "import '../../case/command/case-command.ts'\nimport '../../ports/context.ts'",
  'src/core/letters/commands/draft.ts':
    "import '../composition/build.ts'\nimport '../../rights/commands/rights.ts'",
  'src/shared/contract/index.ts': "import 'zod'\nimport '#core/deadlines/rules.ts'",
  'src/main/core-process/composition.ts': "import 'node:fs'\nimport '#core/ports/context.ts'",
  'src/main/db/data-source.ts': "import 'typeorm'\nimport 'pg'",
  'src/main/browser/http.ts': "import 'node:http'\nimport '../host/core-client.ts'",
  'src/main/electron/updates/engine.ts': "import 'electron-updater'",
  'src/main/host/core-client.ts':
    "import '#shared/contract/index.ts'\nimport '../common/core-config.ts'",
  'src/main/common/core-config.ts': "import 'node:fs'",
  'src/main/reader/readers.ts': "import 'saxes'\nimport '../common/core-config.ts'",
  'src/main/reader-process.ts': "import './reader/readers.ts'",
  'src/main/vault/key-file.ts': "import 'node:crypto'",
  'src/main/app/handlers.ts': "import '../common/core-config.ts'\nimport '../db/data-source.ts'",
  'src/main/letters/typesetter.ts': "import '@myriaddreamin/typst-ts-web-compiler'",
  'src/main/index.ts': "import 'electron'\nimport './host/core-client.ts'",
  'src/preload/index.ts': "import 'electron'\nimport '#shared/contract/index.ts'",
  'src/renderer/main.ts': "import 'vue'\nimport './router.ts'\nimport './frame/rail.ts'",
  'src/renderer/host.ts': "import '#shared/contract/index.ts'",
  'src/renderer/kit/button.ts': "import 'naive-ui'\nimport '#core/kernel/phone.ts'",
  'src/renderer/words/errors.ts': "import '../host.ts'\nimport '#core/deadlines/rules.ts'",
  'src/renderer/stores/session.store.ts': "import '../kit/button.ts'\nimport '../host.ts'",
  'src/renderer/composables/use-draft.ts':
    "import '../stores/session.store.ts'\nimport '../words/errors.ts'",
  'src/renderer/blocks/error.ts': "import '../kit/button.ts'\nimport '../words/errors.ts'",
  'src/renderer/features/letters/list.ts':
    "import '../../blocks/error.ts'\nimport '../../composables/use-draft.ts'",
  'src/renderer/features/complaints/list.ts':
    "import '../letters/list.ts'\nimport '#shared/contract/index.ts'",
  'src/renderer/frame/rail.ts': "import '../features/complaints/list.ts'",
  'src/renderer/router.ts': "import './features/complaints/list.ts'",
  // The other half of the circle, which is reported where it starts.
  'src/core/letters/b.ts': "export type * from './a.ts'",
  'test/setup/helper.ts': 'export {}',
}

const root = resolve(import.meta.dirname, '../..')

describe('the layer rules', () => {
  let folder = ''
  let result: ICruiseResult

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoi-am-layers-'))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    await write('package.json', await manifest())
    for (const [path, code] of Object.entries(allowed)) await write(path, code)
    for (const { from, code } of broken) await write(from, code)
    const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.cjs'))
    const { output } = await cruise(['src'], { ...options, baseDir: folder, validate: true })
    if (typeof output === 'string') throw new Error(output)
    result = output
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }

  /** The project's own package names and `#` imports, so that packages count as what they are. */
  async function manifest(): Promise<string> {
    const { default: own } = await import('../../package.json', { with: { type: 'json' } })
    const { imports, dependencies, devDependencies } = own
    return JSON.stringify({ type: 'module', imports, dependencies, devDependencies })
  }

  it.each(broken)('$rule catches $from', ({ rule, from }) => {
    expect(violations()).toContainEqual({ rule, from })
  })

  it('report nothing that is allowed', () => {
    const innocent = violations().filter(({ from }) => from in allowed)
    expect(innocent).toEqual([])
  })

  it('are each broken here once, so that none is without teeth', () => {
    const named = result.summary.ruleSetUsed?.forbidden?.map((rule) => rule.name)
    expect(new Set(broken.map(({ rule }) => rule))).toEqual(new Set(named))
  })

  it('each say why, and each stop the build', () => {
    for (const rule of result.summary.ruleSetUsed?.forbidden ?? []) {
      expect(rule.comment, rule.name).toMatch(/\w+ \w+ .*\.$/)
      expect(rule.severity, rule.name).toBe('error')
    }
  })

  function violations(): readonly { rule: string; from: string }[] {
    return result.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
  }
})
