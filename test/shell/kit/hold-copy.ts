import type { Program } from './program.ts'

/**
 * A copy at the close that takes its time: the core's first word of it is let through, and all it says after, its end
 * too, is kept back until the returned function is called.
 */
export async function holdCopy(program: Program): Promise<() => Promise<void>> {
  await program.run(({ app }) => {
    type Emit = (this: object, name: string | symbol, ...words: unknown[]) => boolean
    // Electron's process of the core and the stand-in's are both Node's emitters.
    let emitter = app as object
    while (!Object.hasOwn(emitter, 'emit')) emitter = Object.getPrototypeOf(emitter) as object
    const own = emitter as { emit: Emit }
    const { emit } = own
    const kept: (() => void)[] = []
    const copying = new Set<object>()
    own.emit = function (name, ...words) {
      if (copying.has(this) && (name === 'message' || name === 'exit')) {
        kept.push(() => void emit.call(this, name, ...words))
        return true
      }
      const heard = emit.call(this, name, ...words)
      const [word] = words as [{ type?: unknown } | undefined]
      if (name === 'message' && word?.type === 'copying') copying.add(this)
      return heard
    }
    Reflect.set(globalThis, 'letCopyOn', () => {
      own.emit = emit
      for (const say of kept) say()
    })
  })
  return async () => {
    // The program may be gone before it can answer.
    await program
      .run(() => {
        setTimeout(Reflect.get(globalThis, 'letCopyOn') as () => void, 0)
      })
      .catch(() => undefined)
  }
}
