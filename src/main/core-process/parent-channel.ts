import type { CoreMessage, HostMessage } from '#shared/protocol/core-messages.ts'

/** The line between the core process and whichever host started it. */
export type ParentChannel = Readonly<{
  send(message: CoreMessage): void
  onMessage(listener: (message: HostMessage) => void): void
  onDisconnect(listener: () => void): void
}>

/**
 * Electron's `utilityProcess` gives a message port, `child_process.fork` a channel on the process itself.
 * Raises when there is neither: the core is not a program to start by hand.
 */
export function parentChannel(): ParentChannel {
  const port = utilityPort()
  if (port !== null) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) =>
        void port.on('message', ({ data }) => isHostMessage(data) && listener(data)),
      onDisconnect: (listener) => void port.on('close', listener),
    }
  }
  if (process.send === undefined) throw new Error('the core process needs a host')
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) =>
      void process.on('message', (message) => isHostMessage(message) && listener(message)),
    onDisconnect: (listener) => void process.on('disconnect', listener),
  }
}

type UtilityPort = Readonly<{
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: Readonly<{ data: unknown }>) => void): unknown
  on(event: 'close', listener: () => void): unknown
}>

function utilityPort(): UtilityPort | null {
  const port: unknown = Reflect.get(process, 'parentPort')
  return isUtilityPort(port) ? port : null
}

function isUtilityPort(value: unknown): value is UtilityPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value
}

function isHostMessage(value: unknown): value is HostMessage {
  return typeof value === 'object' && value !== null && 'type' in value
}
