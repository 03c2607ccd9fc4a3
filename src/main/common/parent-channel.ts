/** The line between a process of ours and whichever host started it. What is heard is the host's word, still to be read. */
export type ParentChannel<Heard, Said> = Readonly<{
  send(message: Said): void
  onMessage(listener: (message: Heard) => void): void
  onDisconnect(listener: () => void): void
}>

/**
 * Electron's `utilityProcess` gives a message port, `child_process.fork` a channel on the process itself. What is not
 * a message of the host's is not heard. Raises when there is neither: such a process is not a program to start by hand.
 */
export function parentChannel<Heard, Said extends object>(
  isHeard: (message: unknown) => message is Heard,
): ParentChannel<Heard, Said> {
  const port = utilityPort()
  if (port !== null) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) =>
        void port.on('message', ({ data }) => isHeard(data) && listener(data)),
      onDisconnect: (listener) => void port.on('close', listener),
    }
  }
  if (process.send === undefined) throw new Error('this process needs a host')
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) =>
      void process.on('message', (message) => isHeard(message) && listener(message)),
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
