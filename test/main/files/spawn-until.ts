import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/**
 * Runs a fixture script and kills it with SIGKILL as soon as it has printed `lines` lines.
 * @returns all complete lines it got out.
 */
export async function killAfterLines(
  script: URL,
  args: readonly string[],
  lines: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const seen: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    seen.push(line)
    if (seen.length === lines) child.kill('SIGKILL')
  }
  return seen
}

/** Runs a fixture script to its end and gives what it printed. */
export async function outputOf(script: URL, args: readonly string[]): Promise<string> {
  const lines = await killAfterLines(script, args, Number.POSITIVE_INFINITY)
  return lines.join('\n')
}
