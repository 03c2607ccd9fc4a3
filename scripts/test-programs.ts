import { spawnSync } from 'node:child_process'
import { findChromium, findProgram } from './chromium.ts'

/** Each program the tests need, the Debian package that brings it, and how to see that it is there. */
const PROGRAMS = [
  { name: 'Chromium', debian: 'chromium', homebrew: '--cask chromium', find: findChromium },
  {
    name: 'pdftotext',
    debian: 'poppler-utils',
    homebrew: 'poppler',
    find: () => findProgram('pdftotext'),
  },
  { name: 'qpdf', debian: 'qpdf', homebrew: 'qpdf', find: () => findProgram('qpdf') },
  {
    name: 'LibreOffice',
    debian: 'libreoffice-calc-nogui',
    homebrew: '--cask libreoffice',
    find: () => findProgram('soffice'),
  },
] as const

/**
 * Makes sure that the programs the tests drive are there: Chromium, and the tools that read PDFs
 * back. On Debian and Ubuntu it installs what is missing, as root or through a sudo that asks no
 * password; elsewhere it throws, saying what to install and how.
 */
export function ensureTestPrograms(): void {
  const missing = findMissing()
  if (missing.length === 0) return
  const prefix = aptPrefix()
  if (prefix === undefined) throw new Error(instructions(missing))
  const packages = missing.map((program) => program.debian)
  console.log(`Installing ${packages.join(', ')}`)
  runApt([...prefix, 'apt-get', 'update', '-q'])
  runApt([...prefix, 'apt-get', 'install', '-q', '-y', '--no-install-recommends', ...packages])
  const still = findMissing()
  if (still.length > 0) throw new Error(instructions(still))
}

function findMissing(): readonly (typeof PROGRAMS)[number][] {
  return PROGRAMS.filter((program) => program.find() === undefined)
}

/** What makes a command run as root, or `undefined` where apt-get cannot be used. */
function aptPrefix(): readonly string[] | undefined {
  if (findProgram('apt-get') === undefined) return undefined
  if (process.getuid?.() === 0) return ['env', 'DEBIAN_FRONTEND=noninteractive']
  const allowed = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  return allowed ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'] : undefined
}

function runApt(command: readonly string[]): void {
  const [program = '', ...args] = command
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error(`Failed: ${command.join(' ')}`)
}

function instructions(missing: readonly (typeof PROGRAMS)[number][]): string {
  const names = missing.map((program) => program.name).join(', ')
  const debian = missing.map((program) => program.debian).join(' ')
  const homebrew = missing.map((program) => `brew install ${program.homebrew}`).join(' && ')
  return [
    `The tests need programs that are not here: ${names}.`,
    `  Debian, Ubuntu: sudo apt-get install ${debian}`,
    `  macOS:          ${homebrew}`,
    '  Windows:        Chrome or Edge will do as Chromium; the rest: scoop install poppler qpdf libreoffice',
    'A Chromium elsewhere is named in HOI_AM_CHROMIUM.',
  ].join('\n')
}
