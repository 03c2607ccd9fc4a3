import { argon2id } from 'hash-wasm'

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

/**
 * Argon2id of a password: 32 bytes. WebAssembly, because Electron's BoringSSL has no Argon2.
 * The password is compared by its NFC form, so that a macOS and a Windows keyboard agree.
 */
export async function deriveKeyFromPassword(
  password: string,
  salt: Uint8Array,
  parameters: ArgonParameters,
): Promise<Uint8Array> {
  return await argon2id({
    password: password.normalize('NFC'),
    salt,
    memorySize: parameters.memoryKiB,
    iterations: parameters.passes,
    parallelism: parameters.lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  })
}

/** Whether a stored wrap is cheaper to guess than today's parameters ask for. */
export function isWeaker(stored: ArgonParameters, wanted: ArgonParameters): boolean {
  return stored.memoryKiB < wanted.memoryKiB || stored.passes < wanted.passes
}
