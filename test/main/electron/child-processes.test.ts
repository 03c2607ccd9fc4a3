import { EventEmitter } from 'node:events'

import { expect, it } from 'vitest'

import type { LogEntry } from '#main/app/logger.ts'
import { logGoneProcesses } from '#main/electron/child-processes.ts'

it.each([
  [{ type: 'GPU', reason: 'crashed', exitCode: 5 }, 'GPU: crashed 5'],
  [
    { type: 'Utility', name: 'Network Service', reason: 'oom', exitCode: -536_870_904 },
    'Utility (Network Service): oom -536870904',
  ],
  [{ type: 'Utility', name: 'Hoi Am Core', reason: 'clean-exit', exitCode: 0 }, null],
])('of %j is written down: %s', (details, code) => {
  const app = new EventEmitter()
  const logged: LogEntry[] = []
  logGoneProcesses(app as never, { error: (entry) => void logged.push(entry) })
  app.emit('child-process-gone', {}, details)
  expect(logged).toEqual(code === null ? [] : [{ event: 'process-gone', code }])
})
