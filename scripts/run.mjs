/**
 * Starts a script or a tool of this project under the right Node: `node scripts/run.mjs [flags of Node] WHAT …`, where
 * WHAT is a file of this project or a program of an installed package (`vitest`). Plain JavaScript, for it runs on
 * whatever Node started npm, from 20.20 on.
 *
 * The machine's own Node is taken from 24 on. An older one hands over to the Node that npm brought (package `node`, an
 * optional dependency: for some Macs there is none). Which one runs is said once, in one line.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const OLDEST = 24
const SAID = 'HOI_AM_NODE_SAID'

/**
 * Chooses between the machine's own Node and npm's, where that one was installed. Pure.
 *
 * @param {{ path: string, version: string }} own
 * @param {{ path: string, version: string } | undefined} brought
 */
export function chooseNode(own, brought) {
  if (isNewEnough(own.version)) {
    const whose = own.path.includes('node_modules') ? 'brought by npm' : "this machine's own"
    return { path: own.path, line: `Node ${own.version}, ${whose}.` }
  }
  if (brought !== undefined && isNewEnough(brought.version)) {
    return {
      path: brought.path,
      line: `Node ${brought.version}, brought by npm; this machine's own is ${own.version}.`,
    }
  }
  return {
    problem:
      `Node ${OLDEST} or later is needed. This machine's own is ${own.version}, and npm has brought none: ` +
      'install Node from nodejs.org, then run npm ci again.',
  }
}

/** @param {string} version */
function isNewEnough(version) {
  return Number(/^v?(\d+)\./.exec(version)?.[1]) >= OLDEST
}

/**
 * The Node that runs npm is the machine's; the one in node_modules/.bin, which npm puts first, is not. Where npm named
 * one that does not run (any more), it is the one that runs this.
 */
function ownNode() {
  const named = process.env.npm_node_execpath
  const version = named === undefined || named === process.execPath ? undefined : versionOf(named)
  return named === undefined || version === undefined
    ? { path: process.execPath, version: process.version }
    : { path: named, version }
}

function broughtNode() {
  const path = join(
    ROOT,
    'node_modules/node/bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  const version = versionOf(path)
  return version === undefined ? undefined : { path, version }
}

/**
 * What a Node says of itself; undefined when it does not run: not there, half installed, for another processor.
 *
 * @param {string} path
 */
function versionOf(path) {
  try {
    const stdio = /** @type {const} */ (['ignore', 'pipe', 'ignore'])
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio }).trim()
  } catch {
    return undefined
  }
}

/**
 * The file to run: one of this project's, or the program of that name that a package has. Undefined when there is none.
 *
 * @param {string} what
 */
function fileOf(what) {
  if (/[/.]/.test(what)) {
    const file = join(ROOT, what)
    return existsSync(file) ? file : undefined
  }
  const manifest = join(ROOT, 'node_modules', PACKAGES[what] ?? what, 'package.json')
  if (!existsSync(manifest)) return undefined
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const file = typeof bin === 'string' ? bin : bin?.[what]
  return file === undefined ? undefined : join(dirname(manifest), file)
}

/** Programs whose package has another name. @type {Readonly<Record<string, string>>} */
const PACKAGES = { depcruise: 'dependency-cruiser' }

/** @param {string} problem */
function giveUp(problem) {
  console.error(problem)
  process.exitCode = 1
}

/** @param {readonly string[]} args */
function main(args) {
  const at = args.findIndex((argument) => !argument.startsWith('-'))
  const [what, ...rest] = at === -1 ? [] : args.slice(at)
  if (what === undefined || what === '') {
    return giveUp(
      'Say what to run: node scripts/run.mjs [flags of Node] FILE-OR-PROGRAM [arguments].',
    )
  }
  const own = ownNode()
  const chosen = chooseNode(own, isNewEnough(own.version) ? undefined : broughtNode())
  if (chosen.path === undefined) return giveUp(chosen.problem)
  const file = fileOf(what)
  if (file === undefined) {
    return giveUp(
      `There is no ${what} to run: no such file of this project, nor a program that npm ci installed.`,
    )
  }
  if (process.env[SAID] === undefined) console.error(chosen.line)
  const child = spawn(chosen.path, [...args.slice(0, at), file, ...rest], {
    stdio: 'inherit',
    env: surroundings(chosen.path),
  })
  // The child decides when it ends, and its end is ours. A terminal tells it of Ctrl-C by itself.
  process.on('SIGINT', () => void (process.stdin.isTTY || child.kill('SIGINT')))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => void child.kill(signal))
  child.once('error', (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  child.once('close', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal])
  })
}

/**
 * What the child starts by the name of `node` is the same one. On Windows the search path may be spelt `Path`.
 *
 * @param {string} node
 */
function surroundings(node) {
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return {
    ...process.env,
    [path]: `${dirname(node)}${delimiter}${process.env[path] ?? ''}`,
    [SAID]: '1',
    npm_node_execpath: node,
  }
}

if (realpathSync(process.argv[1] ?? '') === realpathSync(fileURLToPath(import.meta.url))) {
  main(process.argv.slice(2))
}
