import { isReadRequest } from '#shared/protocol/reading.ts'
import { leaveEndToHost } from './common/host-ends-us.ts'
import { parentChannel } from './common/parent-channel.ts'
import { keepFilesPrivate, keepMemoryPrivate } from './common/private-process.ts'
import { serveReadings } from './reader/serve-readings.ts'

/** The entry of the reader process: foreign files are read here, far from keys and data. */
const extension = import.meta.url.endsWith('.ts')
  ? './reader/reading-thread.ts'
  : './reading-thread.js'
keepMemoryPrivate()
keepFilesPrivate()
leaveEndToHost()
serveReadings({
  channel: parentChannel(isReadRequest),
  threadUrl: new URL(extension, import.meta.url),
  exit: () => process.exit(0),
})
