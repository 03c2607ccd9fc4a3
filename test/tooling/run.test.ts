import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import ownManifest from '../../package.json' with { type: 'json' }
import { chooseNode } from '../../scripts/run.mjs'

const root = resolve(import.meta.dirname, '../..')
const own = (version: string) => ({ path: '/usr/bin/node', version })
const brought = { path: '/project/node_modules/node/bin/node', version: 'v24.21.0' }

describe('the Node that scripts run under', () => {
  it.each<[string, string, typeof brought | undefined, string]>([
    ['the machine’s own from 24 on', 'v24.0.0', brought, '/usr/bin/node'],
    ['the machine’s own when it is newer', 'v26.1.0', brought, '/usr/bin/node'],
    ['the machine’s own where npm could bring none', 'v24.5.0', undefined, '/usr/bin/node'],
    ['npm’s on a machine with an old one', 'v20.20.2', brought, brought.path],
    ['npm’s just below 24', 'v23.11.1', brought, brought.path],
  ])('is %s', (_name, version, npms, path) => {
    expect(chooseNode(own(version), npms).path).toBe(path)
  })

  it.each<[string, typeof brought | undefined]>([
    ['npm has brought none', undefined],
    ['npm has brought an old one', { ...brought, version: 'v22.9.0' }],
    ['what npm has brought says nothing of itself', { ...brought, version: '' }],
  ])('is asked for in one sentence when %s', (_name, npms) => {
    const chosen = chooseNode(own('v20.20.2'), npms)
    expect(chosen.problem).toMatch(/^Node 24 or later is needed\. .*v20\.20\.2.* nodejs\.org/)
  })

  it('is told in one line, with what the machine has', () => {
    expect(chooseNode(brought, undefined).line).toBe('Node v24.21.0, brought by npm.')
    expect(chooseNode(own('v24.5.0'), brought).line).toBe("Node v24.5.0, this machine's own.")
    expect(chooseNode(own('v20.20.2'), brought).line).toBe(
      "Node v24.21.0, brought by npm; this machine's own is v20.20.2.",
    )
  })
})

describe('scripts/run.mjs', () => {
  let project = ''

  beforeEach(async () => {
    project = await realpath(await mkdtemp(join(tmpdir(), 'hoi-am-run thử-')))
    await mkdir(join(project, 'scripts'))
    await cp(join(root, 'scripts/run.mjs'), join(project, 'scripts/run.mjs'))
    await writeFile(
      join(project, 'scripts/show.ts'),
      `const told: string[] = [...process.execArgv, ...process.argv.slice(2)]
       console.log(JSON.stringify({ node: process.execPath, told }))
       process.exitCode = 7`,
    )
    await mkdir(join(project, 'node_modules/tool'), { recursive: true })
    await writeFile(
      join(project, 'node_modules/tool/package.json'),
      JSON.stringify({ bin: { tool: './cli.mjs' } }),
    )
    await writeFile(join(project, 'node_modules/tool/cli.mjs'), "console.log('the tool')")
  })

  afterEach(() => rm(project, { recursive: true, force: true }))

  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [join(project, 'scripts/run.mjs'), ...args], {
      encoding: 'utf8',
      env: {
        ...process.env,
        npm_node_execpath: process.execPath,
        HOI_AM_NODE_SAID: undefined,
        ...env,
      },
    })

  it('hands over flags of Node, arguments and the exit code', () => {
    const { status, stdout } = run(['--expose-gc', 'scripts/show.ts', '--thư mục', 'a b'])
    expect(status).toBe(7)
    expect(JSON.parse(stdout)).toEqual({
      node: process.execPath,
      told: ['--expose-gc', '--thư mục', 'a b'],
    })
  })

  it('starts the program of a package by its name', () => {
    expect(run(['tool']).stdout).toBe('the tool\n')
  })

  it('says which Node runs, once for a script and all it starts', () => {
    expect(run(['tool']).stderr).toMatch(/^Node v\d+\.\d+\.\d+, [^\n]+\.\n$/)
    expect(run(['tool'], { HOI_AM_NODE_SAID: '1' }).stderr).toBe('')
  })

  it.each<[string, readonly string[], RegExp]>([
    ['nothing to run', [], /^Say what to run: node scripts\/run\.mjs /],
    ['flags of Node alone', ['--expose-gc'], /^Say what to run: /],
    ['an empty name', [''], /^Say what to run: /],
    ['a program that nobody installed', ['nobody'], /^There is no nobody to run: /],
    ['a file that is not there', ['scripts/gone.ts'], /^There is no scripts\/gone\.ts to run: /],
    ['a package without that program', ['bare'], /^There is no bare to run: /],
  ])('given %s, ends with one line that says so', async (_what, args, line) => {
    await mkdir(join(project, 'node_modules/bare'))
    await writeFile(join(project, 'node_modules/bare/package.json'), '{}')
    const { status, stdout, stderr } = run(args, { HOI_AM_NODE_SAID: '1' })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(line)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each(['/nowhere/bin/node', ''])(
    'takes the Node it runs under where npm names one that does not run: "%s"',
    (named) => {
      const { status, stdout, stderr } = run(['tool'], { npm_node_execpath: named })
      expect({ status, stdout }).toEqual({ status: 0, stdout: 'the tool\n' })
      expect(stderr).toMatch(/^Node v\d+\.\d+\.\d+, [^\n]+\.\n$/)
    },
  )

  it('is what every script of the package starts by', () => {
    for (const [name, command] of Object.entries(ownManifest.scripts)) {
      for (const part of command.split(' && ')) {
        expect(part, name).toMatch(/^(?:node scripts\/run\.mjs|npm run) /)
      }
    }
  })
})
