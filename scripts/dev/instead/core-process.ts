import { watch } from 'node:fs'

import { hostChannel } from '#main/core-process/host-channel.ts'

import { developmentVariable, RESTART_FILE_VARIABLE } from '../variables.ts'

/**
 * The core while it is developed: the real one, and an end when the restart file is written to. A core that cannot
 * even start says why and waits for the next change, where its host would otherwise start it in vain again and again.
 */
watch(developmentVariable(RESTART_FILE_VARIABLE), () => process.exit(0))
try {
  await import('#main/core-process.ts')
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n`)
  process.stderr.write('The core could not start. It is tried again at the next change.\n')
  const channel = hostChannel()
  channel.onMessage(({ type }) => {
    if (type === 'shutdown') process.exit(0)
  })
  channel.onDisconnect(() => process.exit(0))
}
