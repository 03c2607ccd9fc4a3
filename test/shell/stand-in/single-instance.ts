import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

export type SecondInstance = Readonly<{
  argv: readonly string[]
  workingDirectory: string
  additionalData: object
}>

export type Lock = Readonly<{ release: () => void }>

const LETTERS = 'second-instances'

/**
 * Chromium's lock on a profile folder, by a file with the process in it. Null when another living program has it:
 * that one is told that a second was started. Answers at once, as Electron does.
 */
export function holdLock(
  userData: string,
  additionalData: object,
  onSecond: (second: SecondInstance) => void,
): Lock | null {
  const file = join(userData, 'SingletonLock')
  const letters = join(userData, LETTERS)
  mkdirSync(letters, { recursive: true })
  if (isHeld(file)) {
    const letter = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    writeFileSync(join(letters, `${process.pid}.json`), JSON.stringify(letter))
    return null
  }
  rmSync(file, { force: true })
  closeSync(openSync(file, 'wx'))
  writeFileSync(file, String(process.pid))
  const watcher = watch(letters, () => {
    // A demonstration takes its folder away at its end, this one within.
    for (const name of existsSync(letters) ? readdirSync(letters) : []) {
      const letter = readLetter(join(letters, name))
      if (letter !== null) onSecond(letter)
    }
  })
  watcher.unref()
  return {
    release() {
      watcher.close()
      rmSync(file, { force: true })
    },
  }
}

function isHeld(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

/** Null while the letter is still being written. */
function readLetter(path: string): SecondInstance | null {
  try {
    const letter = JSON.parse(readFileSync(path, 'utf8')) as SecondInstance
    rmSync(path)
    return letter
  } catch {
    return null
  }
}
