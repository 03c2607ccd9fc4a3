import { Worker } from 'node:worker_threads'

import { argon2id, type IArgon2Options } from 'hash-wasm'

/** Cost of turning a password into a key. Kept with every wrap, so that it can grow over the years. */
export type ArgonParameters = Readonly<{
  /** Memory in KiB. */
  memoryKiB: number
  /** Passes over that memory. */
  passes: number
  lanes: number
}>

/** Well above OWASP's minimum (19 MiB, 2 passes); about half a second on an office machine. */
export const ARGON_DEFAULTS: ArgonParameters = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 }

const KEY_BYTES = 32

/** Below this a thread takes longer to start than the work itself. */
const WORTH_A_THREAD_KIB = 4 * 1024

const WORKER_URL = new URL(
  import.meta.url.endsWith('.ts') ? './argon-worker.ts' : './argon-worker.js',
  import.meta.url,
)

/**
 * Argon2id of a password: 32 bytes. WebAssembly, because Electron's BoringSSL has no Argon2; in a thread of its own,
 * so that nobody waits for somebody else's sign-in, and its memory is given back at once. The password is compared by its NFC form, so that a macOS and a Windows keyboard agree.
 */
export async function deriveKeyFromPassword(
  password: string,
  salt: Uint8Array,
  parameters: ArgonParameters,
): Promise<Uint8Array> {
  const options: ArgonWork = {
    password: password.normalize('NFC'),
    salt,
    memorySize: parameters.memoryKiB,
    iterations: parameters.passes,
    parallelism: parameters.lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  }
  return parameters.memoryKiB < WORTH_A_THREAD_KIB ? argon2id(options) : inThread(options)
}

/** What one password is turned into a key by, on its way to a thread. */
export type ArgonWork = IArgon2Options & { outputType: 'binary' }

export function isArgonWork(value: unknown): value is ArgonWork {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['password', 'salt', 'memorySize', 'iterations', 'parallelism'].every(
      (part) => part in value,
    ) &&
    'outputType' in value &&
    value.outputType === 'binary'
  )
}

function inThread(options: ArgonWork): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER_URL, { workerData: options, execArgv: [] })
    worker.once('message', (key: Uint8Array) => resolve(key))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread for a password ended without a key')))
  })
}

/** Whether a stored wrap is cheaper to guess than today's parameters ask for. */
export function isWeaker(stored: ArgonParameters, wanted: ArgonParameters): boolean {
  return stored.memoryKiB < wanted.memoryKiB || stored.passes < wanted.passes
}
