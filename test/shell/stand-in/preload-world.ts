import { createBridge } from './bridge.ts'
import { decode, encode } from './codec.ts'

/** The name of the binding the page calls, and of the function it is called by. Both hidden from the page's scripts. */
export const CALL_BINDING = '__standInCall'
export const DELIVER = '__standInDeliver'

/**
 * The script Chromium runs before any of a page's own: it keeps count of the page's proxies, and runs the preload
 * script, unchanged, behind the bridge. Only in the top frame, as without `nodeIntegrationInSubFrames`.
 */
export function preloadScript(preload: string): string {
  return `(() => {
    const call = window.${CALL_BINDING}
    delete window.${CALL_BINDING}
    ${encode.toString()}
    ${decode.toString()}
    ${createBridge.toString()}
    ${countProxies.toString()}
    ${ipcRendererOver.toString()}
    ${exposeIn.toString()}
    ${refuseWindows.toString()}
    const isProxy = countProxies()
    refuseWindows(call)
    if (window.top !== window) return
    const ipcRenderer = ipcRendererOver(call, encode, decode)
    const electron = { ipcRenderer, contextBridge: exposeIn(createBridge(isProxy).pass) }
    const require = (name) => {
      if (name === 'electron') return electron
      throw new Error('module not found: ' + name)
    }
    const module = { exports: {} }
    ;(function (require, module, exports) { ${preload} })(require, module, module.exports)
  })()`
}

/** Lets every proxy of the page be recognised. */
function countProxies(): (value: unknown) => boolean {
  const proxies = new WeakSet()
  const Original = window.Proxy
  function Counted(target: object, handler: ProxyHandler<object>): object {
    const proxy = new Original(target, handler)
    proxies.add(proxy)
    return proxy
  }
  Counted.revocable = Original.revocable.bind(Original)
  window.Proxy = Counted as unknown as ProxyConstructor
  return (value) => typeof value === 'object' && value !== null && proxies.has(value)
}

/**
 * `window.open` asks the program and makes no window. One that Chromium had made would have to be closed again, and a
 * page whose popup is closed while a debugger still holds it waits for ever.
 */
function refuseWindows(call: (text: string) => void): void {
  window.open = (url = '') => {
    call(JSON.stringify({ kind: 'open', url: new URL(url, location.href).href }))
    return null
  }
}

/** lib/renderer/api/ipc-renderer.ts over the binding. */
function ipcRendererOver(
  call: (text: string) => void,
  write: typeof encode,
  read: typeof decode,
): object {
  type Listener = (event: object, ...args: readonly unknown[]) => void
  type Answer = Readonly<{ error?: string; value?: unknown }>
  const listeners = new Map<string, Listener[]>()
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0

  function ask(kind: 'invoke' | 'send', channel: string, args: readonly unknown[]): number {
    last += 1
    // Raises for what cannot be cloned, as Electron's serializer does.
    call(JSON.stringify({ kind, id: last, channel, args: write(structuredClone(args)) }))
    return last
  }

  function deliver(text: string): void {
    const message = JSON.parse(text) as { id?: number; channel?: string; coded: never }
    const value = read(message.coded)
    if (message.id !== undefined) {
      const answered = waiting.get(message.id)
      waiting.delete(message.id)
      answered?.(value as Answer)
      return
    }
    for (const listener of listeners.get(message.channel ?? '') ?? []) {
      listener({ sender: ipcRenderer }, ...(value as unknown[]))
    }
  }
  Object.defineProperty(window, '__standInDeliver', { value: deliver, enumerable: false })

  const ipcRenderer = {
    async invoke(channel: string, ...args: readonly unknown[]): Promise<unknown> {
      const { promise, resolve } = Promise.withResolvers<Answer>()
      waiting.set(ask('invoke', channel, args), resolve)
      const { error, value } = await promise
      if (error !== undefined) {
        throw new Error(`Error invoking remote method '${channel}': ${error}`)
      }
      return value
    },
    send(channel: string, ...args: readonly unknown[]): void {
      ask('send', channel, args)
    },
    on(channel: string, listener: Listener): object {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    off(channel: string, listener: Listener): object {
      const others = (listeners.get(channel) ?? []).filter((each) => each !== listener)
      listeners.set(channel, others)
      return ipcRenderer
    },
  }
  return ipcRenderer
}

/** `contextBridge`: the object is passed once, frozen to its depth, and cannot be taken away. */
function exposeIn(pass: (value: unknown) => unknown): object {
  function deepFreeze(value: unknown): void {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return {
    exposeInMainWorld(name: string, api: unknown) {
      if (name in window) {
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      }
      const passed = pass(api)
      deepFreeze(passed)
      Object.defineProperty(window, name, { value: passed, enumerable: true })
    },
  }
}
