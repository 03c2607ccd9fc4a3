/** What the core's process tells the program, kept back or made up: as of a core that hangs, or is out of memory. */
import type { Program } from './program.ts'
import { until } from './until.ts'

type Emit = (name: string | symbol, ...words: unknown[]) => boolean
/** Electron's object for the core's process, or the stand-in's: both are Node's emitters. */
type CoreObject = { emit: Emit }

/** Puts the core's object where later functions find it: it is the one that tells the next answer of the core. */
async function catchCore(program: Program): Promise<void> {
  await program.run(({ app }) => {
    let emitter = app as object
    while (!Object.hasOwn(emitter, 'emit')) emitter = Object.getPrototypeOf(emitter) as object
    const own = emitter as {
      emit: (this: NodeJS.EventEmitter, ...words: Parameters<Emit>) => boolean
    }
    const { emit } = own
    own.emit = function (name, ...words) {
      const [word] = words as [{ type?: unknown } | null | undefined]
      // The program listens for errors of its core; what lies below that object, where there is anything, is not it.
      const isCore = name === 'message' && this.listenerCount('error') > 0
      if (isCore && word?.type === 'response') {
        own.emit = emit
        Reflect.set(globalThis, 'coreObject', this)
      }
      return emit.call(this, name, ...words)
    }
  })
  const page = await program.page()
  await page.evaluate(() => window.hoiAm?.request('app.status', new TextEncoder().encode('{}')))
  await until('the core has answered', () =>
    program.run(() => Reflect.has(globalThis, 'coreObject')),
  )
}

/**
 * Keeps back what the core says, its end too, until the returned function is called. `from` is `now`, or `copying`:
 * its first word of a copy is let through, and all it says after is held.
 */
export async function holdCore(
  program: Program,
  from: 'now' | 'copying',
): Promise<() => Promise<void>> {
  await catchCore(program)
  await program.run((_electron, begin) => {
    const core = Reflect.get(globalThis, 'coreObject') as CoreObject
    const emit = core.emit.bind(core)
    const kept: (() => void)[] = []
    let isHeld = begin === 'now'
    core.emit = (name, ...words) => {
      if (isHeld && (name === 'message' || name === 'exit')) {
        kept.push(() => void emit(name, ...words))
        return true
      }
      const [word] = words as [{ type?: unknown } | null | undefined]
      isHeld ||= name === 'message' && word?.type === 'copying'
      return emit(name, ...words)
    }
    Reflect.set(globalThis, 'letCoreSpeak', () => {
      isHeld = false
      core.emit = emit
      for (const say of kept) say()
    })
  }, from)
  return async () => {
    // The program may be gone before it can answer.
    await program
      .run(() => {
        setTimeout(Reflect.get(globalThis, 'letCoreSpeak') as () => void, 0)
      })
      .catch(() => undefined)
  }
}

/** Lets the core's process tell that V8 gave up in it, as Electron does when memory runs out. */
export async function fireAtCore(program: Program): Promise<void> {
  await catchCore(program)
  await program.run(() => {
    const core = Reflect.get(globalThis, 'coreObject') as CoreObject
    setTimeout(() => core.emit('error', 'FatalError', 'here', '{}'), 0)
  })
}
