import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { compare, figure, type Figure } from './measure.ts'

const ROOT = join(import.meta.dirname, '../..')
/** The least a console served on the loopback address could be: Node, a server, one line. */
const BARE_SERVER = `require('node:http').createServer((q,s)=>s.end()).listen(0,'127.0.0.1',()=>console.log('ready'))`

/** From the start of the built browser host to its ready line, beside a bare Node server saying "ready". */
export async function benchStart(): Promise<readonly Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-am-bench-'))
  try {
    const { ours, peer } = await compare(
      () => untilReady(['out/main/serve.js', '--no-open', '--port=0', `--data-dir=${dataDir}`]),
      () => untilReady(['-e', BARE_SERVER]),
      { turns: 7, warmUp: 1 },
    )
    return [figure('start to ready', 'ms', ours, 'bare Node HTTP server', peer)]
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function untilReady(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for await (const chunk of child.stdout) if (/ready/.test(String(chunk))) break
  child.kill('SIGTERM')
  void ended
}
