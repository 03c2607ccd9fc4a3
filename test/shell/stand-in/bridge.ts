/**
 * Electron's context bridge, value by value: shell/renderer/api/electron_api_context_bridge.cc,
 * `PassValueToOtherContext` and `CreateProxyForAPI`. Put into the page as text, so it uses nothing from outside itself.
 *
 * `isProxy` knows every `Proxy` the page made: JavaScript itself cannot tell, V8 (`IsPlainObject` asks it) can.
 */
export function createBridge(isProxy: (value: unknown) => boolean): {
  pass: (value: unknown) => unknown
} {
  const MAX_DEPTH = 1000

  /** One call has one cache, as an `ObjectCache` has in Electron: circles and repeated objects stay what they are. */
  function passWith(cache: Map<object, unknown>): (value: unknown, depth?: number) => unknown {
    function inner(value: unknown, depth = 0): unknown {
      if (depth >= MAX_DEPTH) {
        throw new TypeError(
          'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
        )
      }
      // "Certain primitives … can be passed through directly": also symbols and big integers.
      if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value
      if (cache.has(value)) return cache.get(value)
      if (typeof value === 'function') return remember(value, passFunction(value))
      if (isProxy(value)) return structuredClone(value)
      if (value instanceof Promise) return remember(value, passPromise(value))
      if (value instanceof Error) return new Error(value.message)
      if (Array.isArray(value)) return passArray(value, depth)
      if (isPlainObject(value)) return passObject(value, depth + 1)
      // "Serializable objects": V8's serializer copies it, or throws its DataCloneError.
      return remember(value, structuredClone(value))
    }

    function remember(from: object, to: unknown): unknown {
      cache.set(from, to)
      return to
    }

    function passArray(list: readonly unknown[], depth: number): unknown {
      return remember(
        list,
        list.map((value) => inner(value, depth + 1)),
      )
    }

    /** Own enumerable properties alone: a class instance loses its prototype and with it its methods. */
    function passObject(object: object, depth: number): unknown {
      const copy: Record<string, unknown> = {}
      cache.set(object, copy)
      for (const [key, value] of Object.entries(object)) copy[key] = inner(value, depth + 1)
      return copy
    }

    return inner
  }

  function passFunction(called: object): unknown {
    return (...given: readonly unknown[]): unknown => {
      const cache = new Map<object, unknown>()
      const args = given.map((value) => passWith(cache)(value))
      const { answer, failure } = callOf(called as () => unknown, args)
      // Only the message crosses, in the words V8 gives to an error that nobody caught.
      if (failure !== undefined) throw new Error(`Uncaught ${failure}`)
      return passWith(cache)(answer)
    }
  }

  function callOf(called: () => unknown, args: readonly unknown[]) {
    try {
      return { answer: Reflect.apply(called, called, args) }
    } catch (error) {
      return { answer: undefined, failure: String(error) }
    }
  }

  function passPromise(promise: Promise<unknown>): Promise<unknown> {
    return promise.then(
      (value) => passWith(new Map())(value),
      (error: unknown) => {
        throw passWith(new Map())(error)
      },
    )
  }

  /** `IsPlainObject`: everything that is not one of the built-in kinds, whatever its class. */
  function isPlainObject(value: object): boolean {
    return Object.prototype.toString.call(value) === '[object Object]'
  }

  return { pass: (value) => passWith(new Map())(value) }
}
