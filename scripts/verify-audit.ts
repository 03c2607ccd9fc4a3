import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { DATABASE_URL_VARIABLE } from '#main/common/core-config.ts'
import { profileRoot, standardDataDirs } from '#main/common/files/data-paths.ts'
import { askSecret } from './audit/ask-secret.ts'
import { checkBoard, isWhole, linesOf, refusalOf, type Secret } from './audit/check-board.ts'

const USAGE =
  'Usage: npm run verify-audit -- [--data-dir=DIR] [--user=NAME] [--letter=FILE.pdf …]\n' +
  'Asks for the password of --user, or without it for the recovery key.'

/** Checks the journal of a board without the program: whether its chain holds, and whether its end is there. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      user: { type: 'string' },
      letter: { type: 'string', multiple: true, default: [] },
    },
  })
  // npm runs this in the folder of the program; names are meant from where somebody typed them.
  const from = process.env['INIT_CWD'] ?? process.cwd()
  const environment = { HOME: homedir(), ...process.env }
  const [standard] = standardDataDirs(process.platform, environment)
  const checked = await checkBoard({
    dataDir: resolve(from, values['data-dir'] ?? standard),
    databaseUrl: process.env[DATABASE_URL_VARIABLE],
    profileRoot: profileRoot(process.platform, environment),
    secret: await secretOf(values.user),
    letters: values.letter.map((file) => resolve(from, file)),
  })
  for (const line of linesOf(checked)) console.log(line)
  return isWhole(checked) ? 0 : 1
}

async function secretOf(username: string | undefined): Promise<Secret> {
  return username === undefined
    ? { username: null, recoveryKey: await askSecret('Recovery key') }
    : { username, password: await askSecret(`Password of ${username}`) }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(isUsage(error) ? USAGE : refusalOf(error))
  process.exitCode = 2
}

function isUsage(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE')
}
