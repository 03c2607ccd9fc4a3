import type { Program } from './program.ts'

/** Closes the window by its X. The program may be gone before it can answer. */
export async function closeWindow(program: Program): Promise<void> {
  await program
    .run(({ BrowserWindow }) => {
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0)
    })
    .catch(() => undefined)
}
