import type { CoreMessage, HostMessage } from '#shared/protocol/core-messages.ts'
import { createLogger } from './dispatch/logger.ts'
import { createApp, type App } from './core-process/composition.ts'
import { readCoreConfig, slowStatementMs } from './common/core-config.ts'
import { limitsNotGot } from './core-process/core-limits.ts'
import { hostChannel } from './core-process/host-channel.ts'
import { sayStarting } from './core-process/say-starting.ts'
import { leaveEndToHost } from './common/host-ends-us.ts'
import { keepFilesPrivate, keepMemoryPrivate } from './common/private-process.ts'
import { programVersion } from './program-version.ts'

/** The entry of the core process: reads its configuration, builds the app, and speaks with its host. */
keepMemoryPrivate()
keepFilesPrivate()
const channel = hostChannel()
const logger = createLogger((line) => void process.stderr.write(line))
const notGot = limitsNotGot()
if (notGot !== null) logger.write(notGot)
const extension = import.meta.url.endsWith('.ts')
  ? './letters/typeset-worker.ts'
  : './typeset-worker.js'
const started = sayStarting(channel.send)
const slow = slowStatementMs(process.env)
const app: App = await createApp(readCoreConfig(process.env), {
  send: (message: CoreMessage) => channel.send(message),
  workerUrl: new URL(extension, import.meta.url),
  version: programVersion(),
  logger,
  ...(slow === undefined ? {} : { slowStatementMs: slow }),
})

channel.onMessage((message: HostMessage) => {
  if (message.type === 'shutdown') void end()
  else if (message.type === 'leave-copy') app.leaveCopy()
  else void app.receive(message)
})
// A host that is gone can no longer ask for an orderly end.
channel.onDisconnect(() => void end())
leaveEndToHost()
started()
channel.send({ type: 'ready', sealedTo: channel.sealedTo })

async function end(): Promise<void> {
  await app.close()
  process.exit(0)
}
