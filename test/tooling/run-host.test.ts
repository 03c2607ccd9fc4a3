import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const runner = resolve(import.meta.dirname, '../../scripts/run-host.ts')

/** A host that counts the signals it hears and needs a moment to put its things away. */
const TIDY_HOST = `
  let heard = 0
  process.on('SIGINT', () => {
    heard += 1
    if (heard === 1) setTimeout(() => { console.log('heard ' + heard); process.exit(7) }, 300)
  })
  setInterval(() => {}, 1000)
  console.log('ready')
`

function run(hostCode: string) {
  const code = `
    import { runHost } from ${JSON.stringify(runner)}
    process.exitCode = await runHost(process.execPath, ['-e', ${JSON.stringify(hostCode)}])
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { detached: true })
  const output: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text))
  return { child, output, ended: once(child, 'close') as Promise<[number | null]> }
}

describe.skipIf(process.platform === 'win32')('npm start', () => {
  it('passes one Ctrl-C on once, however often it is heard, and waits for the host', async () => {
    const { child, output, ended } = run(TIDY_HOST)
    await once(child.stdout, 'data')
    process.kill(-child.pid!, 'SIGINT')
    child.kill('SIGINT')
    const [code] = await ended
    expect(output.join('')).toBe('ready\nheard 1\n')
    expect(code).toBe(7)
  })

  it('tells by its own exit code which signal ended the host', async () => {
    const { ended } = run("process.kill(process.pid, 'SIGKILL')")
    expect((await ended)[0]).toBe(128 + 9)
  })
})
