import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks for a line that is not shown while it is typed; without a terminal it is the next line of the input. */
export async function askSecret(question: string): Promise<string> {
  const terminal = process.stdin.isTTY
  if (terminal) process.stderr.write(`${question}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal })
  try {
    return await reader.question('')
  } finally {
    reader.close()
    if (terminal) process.stderr.write('\n')
  }
}
