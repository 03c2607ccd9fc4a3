/**
 * Makes an object refuse, by name, every property it does not have: whoever uses one more API of Electron in the
 * program must first say here what Electron does then.
 */
export function strict<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, property) {
      if (typeof property === 'string' && !(property in target) && !ASKED_BY_OTHERS.has(property)) {
        throw new Error(`The stand-in for Electron has no ${name}.${property}.`)
      }
      const value: unknown = Reflect.get(target, property, target)
      // Private fields belong to the object itself, not to this guard around it.
      return typeof value === 'function' && property !== 'constructor' ? value.bind(target) : value
    },
    set: (target, property, value) => Reflect.set(target, property, value, target),
  })
}

/** What promises, printers and test runners look for in any object. */
const ASKED_BY_OTHERS: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'inspect',
  'asymmetricMatch',
  'nodeType',
  '__esModule',
  'default',
  'captureRejections',
  'domain',
])
