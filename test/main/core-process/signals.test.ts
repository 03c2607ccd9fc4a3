/** What a log-off, a closed terminal or Ctrl-C sends to every process of the group. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

import { CORE_FLAGS, coreEnvironment } from '#main/common/core-config.ts'
import { sealTo } from '#main/common/sealed-line.ts'
import { isCoreMessage } from '#main/host/core-client.ts'
import type { CoreMessage } from '#shared/protocol/core-messages.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import { RESOURCES } from '#test/setup/app.ts'

const CORE = join(import.meta.dirname, '../../../src/main/core-process.ts')

it.skipIf(process.platform === 'win32')(
  'does not end the core: it goes on answering until its host is gone, and then ends in order',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hoi-am-signals-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const config = { dataDir: join(folder, 'board'), resourcesDir: RESOURCES, demo: false }
    const core = fork(CORE, [], {
      env: coreEnvironment(config, process.env),
      execArgv: [...process.execArgv, ...CORE_FLAGS],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    onTestFinished(() => void core.kill('SIGKILL'))
    const said = (type: CoreMessage['type']) =>
      new Promise<CoreMessage>((resolve) => {
        core.on('message', (message) => {
          if (isCoreMessage(message) && message.type === type) resolve(message)
        })
      })
    const ready = await said('ready')
    if (ready.type !== 'ready') throw new Error('the core is not ready')
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) core.kill(signal)
    const input = sealTo(ready.sealedTo, encodeInput({}))
    core.send({ type: 'request', id: 1, windowId: 'w', route: 'app.status', input })
    expect(await said('response')).toMatchObject({ id: 1, result: { ok: true } })
    const ended = once(core, 'exit')
    core.disconnect()
    expect(await ended).toEqual([0, null])
  },
)
