import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { withMemoryLimit } from './wasm-memory.ts'

/**
 * Compiles Typst without running it, with a limit on the memory it may ever use. A compiled module
 * can be handed to a thread, so that the next one starts without compiling again.
 */
export async function compileTypst(maxMemoryMb: number): Promise<WebAssembly.Module> {
  const wasm = await readFile(
    createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm'),
  )
  return WebAssembly.compile(withMemoryLimit(wasm, maxMemoryMb))
}
