import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { MANIFEST_FILE } from '#main/electron/updates/manifest.ts'
import { publicKeyText } from '#main/electron/updates/signature.ts'
import { programVersion } from '#main/program-version.ts'
import { createPublicKey } from 'node:crypto'
import { ROOT } from './build.ts'
import { makeKey, readKey, signRelease } from './update-release.ts'

const USAGE = `Signs what was built as an update (docs/updates.md):
  npm run sign-update -- --make-key --key=FILE
  npm run sign-update -- --key=FILE --dir=release --expires=DAYS [--notes-vi=FILE] [--notes-en=FILE]`

/** The offline half of updates. Prints the public key and what was signed, never the private key. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      key: { type: 'string' },
      'make-key': { type: 'boolean' },
      dir: { type: 'string' },
      expires: { type: 'string' },
      'notes-vi': { type: 'string' },
      'notes-en': { type: 'string' },
    },
  })
  if (values.key === undefined) throw new Error(USAGE)
  const keyFile = resolve(values.key)
  if (values['make-key'] === true) {
    console.log(`HOI_AM_UPDATE_KEY=${await makeKey(keyFile, ROOT)}`)
    return
  }
  const { dir, expires } = values
  const days = Number(expires)
  if (dir === undefined || !Number.isInteger(days)) throw new Error(USAGE)
  const key = await readKey(keyFile, ROOT)
  const notes = { vi: await notesIn(values['notes-vi']), en: await notesIn(values['notes-en']) }
  const release = { dir: resolve(dir), version: programVersion(), notes, now: new Date() }
  const { version, expires: until, files } = await signRelease({ ...release, expires: days }, key)
  for (const { platform, arch, name, size } of files) {
    console.log(`${platform} ${arch}: ${name}, ${size} bytes`)
  }
  console.log(`Signed ${MANIFEST_FILE} of version ${version}, good until ${until},`)
  console.log(`to be proved by HOI_AM_UPDATE_KEY=${publicKeyText(createPublicKey(key))}`)
}

async function notesIn(file: string | undefined): Promise<string> {
  if (file === undefined) return ''
  const text = await readFile(file, 'utf8')
  return text.replaceAll('\r\n', '\n').trim()
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
