/**
 * What becomes of a value that a page hands to the preload's function and the preload to `ipcRenderer.invoke`: Electron's
 * answer, and where its source says so. `bridge` is shell/renderer/api/electron_api_context_bridge.cc
 * (`PassValueToOtherContext` unless named otherwise), `ipc` the structured clone of `ipcRenderer.invoke`
 * (shell/common/v8_util.cc, V8's ValueSerializer).
 */
export type Crossing = Readonly<{
  name: string
  /** An expression in the page, as text: what is tested is made where it is sent. */
  value: string
  /** What arrives in the main process, as `describeArrival` says it; or the error the page hears. */
  answer: Readonly<{ arrives: string }> | Readonly<{ refused: RegExp }>
  place: string
}>

const NOT_CLONED = /could not be cloned/u
const TOO_DEEP = /recursion depth exceeded/u

export const CROSSINGS: readonly Crossing[] = [
  {
    name: 'JSON bytes, as the window sends them',
    value: `new TextEncoder().encode('{"a":1}')`,
    answer: { arrives: 'Uint8Array 7b2261223a317d' },
    place: 'bridge: serializable objects; ipc: typed arrays',
  },
  {
    name: 'a plain object',
    value: `({ a: 1, b: ['x', null], c: { d: true } })`,
    answer: { arrives: 'Object {"a":1,"b":["x",null],"c":{"d":true}}' },
    place: 'bridge: IsPlainObject, CreateProxyForAPI; arrays value by value',
  },
  {
    name: "a reactive object of Vue's",
    value: `new Proxy({ a: 1 }, { get: (target, key) => target[key] })`,
    answer: { refused: NOT_CLONED },
    place: 'bridge: IsPlainObject is false for IsProxy, so it goes to the serializer',
  },
  {
    name: "a reactive list of Vue's",
    value: `new Proxy(['a'], { get: (target, key) => target[key] })`,
    answer: { refused: NOT_CLONED },
    place: 'bridge: IsArray is false for a Proxy',
  },
  {
    name: 'a reactive object deep in a plain one',
    value: `({ form: { sites: new Proxy([], {}) } })`,
    answer: { refused: NOT_CLONED },
    place: 'bridge: CreateProxyForAPI passes each property on',
  },
  {
    name: 'a function',
    value: `() => 1`,
    answer: { refused: NOT_CLONED },
    place: 'bridge: passed as a function of the other world; ipc: functions are refused',
  },
  {
    name: 'a function in an object',
    value: `({ act() {} })`,
    answer: { refused: NOT_CLONED },
    place: 'as above',
  },
  {
    name: 'an instance of a class',
    value: `new (class Person { constructor() { this.name = 'Lan' } greet() {} })()`,
    answer: { arrives: 'Object {"name":"Lan"}' },
    place: 'bridge: CreateProxyForAPI takes own enumerable properties, not the prototype',
  },
  {
    name: 'a part of a buffer',
    value: `new Uint8Array([1, 2, 3, 4]).subarray(1, 3)`,
    answer: { arrives: 'Uint8Array 0203' },
    place:
      'bridge: serializable objects. A page has no Buffer; one in the main process is a Uint8Array here',
  },
  {
    name: 'a date',
    value: `new Date(0)`,
    answer: { arrives: 'Date 1970-01-01T00:00:00.000Z' },
    place: 'bridge: not plain (IsDate), serializable',
  },
  {
    name: 'a map',
    value: `new Map([['a', 1]])`,
    answer: { arrives: 'Map [["a",1]]' },
    place: 'bridge: not plain (IsMap), serializable',
  },
  {
    name: 'a set',
    value: `new Set(['a'])`,
    answer: { arrives: 'Set ["a"]' },
    place: 'bridge: not plain (IsSet), serializable',
  },
  {
    name: 'nothing',
    value: `undefined`,
    answer: { arrives: 'undefined' },
    place: 'bridge: primitives pass; ipc keeps undefined',
  },
  {
    name: 'an object with nothing in it under a name',
    value: `({ a: undefined })`,
    answer: { arrives: 'Object with a' },
    place: 'bridge and ipc keep the property',
  },
  {
    name: 'a big integer',
    value: `10n`,
    answer: { arrives: 'bigint 10' },
    place: 'bridge: primitives pass (IsBigInt); ipc clones it',
  },
  {
    name: 'a symbol',
    value: `Symbol('s')`,
    answer: { refused: NOT_CLONED },
    place: 'bridge: primitives pass (IsSymbol); ipc: symbols are refused',
  },
  {
    name: 'a property named by a symbol',
    value: `({ [Symbol('s')]: 1, a: 1 })`,
    answer: { arrives: 'Object {"a":1}' },
    place: 'ipc: only named properties are cloned',
  },
  {
    name: 'an error',
    value: `Object.assign(new TypeError('wrong'), { code: 'X' })`,
    answer: { arrives: 'Error wrong' },
    place: 'bridge: IsNativeError, a new Error with the message alone',
  },
  {
    name: 'lists in lists, 1,000 deep',
    value: `Array.from({ length: 1000 }).reduce((inner) => [inner], [])`,
    answer: { refused: TOO_DEEP },
    place: 'bridge: kMaxRecursion = 1000',
  },
  {
    name: 'objects in objects, 1,000 deep',
    value: `Array.from({ length: 1000 }).reduce((inner) => ({ inner }), {})`,
    answer: { refused: TOO_DEEP },
    place: 'bridge: kMaxRecursion, counted twice for an object (CreateProxyForAPI)',
  },
]
