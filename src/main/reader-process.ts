import { isReadRequest } from '#shared/protocol/reading.ts'
import { parentChannel } from './common/parent-channel.ts'
import { serveReadings } from './reader/serve-readings.ts'

/** The entry of the reader process: foreign files are read here, far from keys and data. */
const extension = import.meta.url.endsWith('.ts')
  ? './reader/reading-thread.ts'
  : './reading-thread.js'
// A terminal sends Ctrl-C to every process: the host alone decides when this one ends.
process.on('SIGINT', () => undefined)
serveReadings({
  channel: parentChannel(isReadRequest),
  threadUrl: new URL(extension, import.meta.url),
  exit: () => process.exit(0),
})
