// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Verification } from '#core/letters/verification.ts'
import { useVerifications } from '#renderer/features/letters/use-verifications.ts'
import { MAX_FILE_BYTES } from '#shared/protocol/envelope.ts'

/** A core that knows what to answer by the content of a file, and what was sent to it. */
const core = vi.hoisted(() => ({ sent: [] as string[], failing: false }))

vi.mock('#renderer/api.ts', () => ({
  call: (_route: string, { size }: { size: number }) => Promise.resolve({ ticket: String(size) }),
  uploadForVerification: async (_ticket: string, file: File): Promise<Verification> => {
    core.sent.push(file.name)
    if (core.failing) throw new Error('no way to the core')
    return (await file.text()) === 'của ta'
      ? { result: 'draft' }
      : { result: 'unknown', journal: null }
  },
}))

beforeEach(() => {
  core.sent = []
  core.failing = false
})

const file = (name: string, content = 'của ta'): File => new File([content], name)

/** A file of a size nobody wants to have in memory. */
function sized(name: string, size: number): File {
  return Object.defineProperty(file(name), 'size', { value: size })
}

function outcomes({ checks }: ReturnType<typeof useVerifications>) {
  return checks.value.map(({ fileName, outcome }) => [fileName, outcome.value] as const)
}

async function settled(used: ReturnType<typeof useVerifications>): Promise<void> {
  await vi.waitUntil(() =>
    outcomes(used).every(([, { name }]) => name !== 'waiting' && name !== 'checking'),
  )
}

describe('checking files', () => {
  it('does one after the other, in the order given, those given last on top', async () => {
    const used = useVerifications()
    used.add([file('1.pdf'), file('2.pdf', 'lạ')])
    used.add([file('3.pdf')])
    expect(outcomes(used).map(([name]) => name)).toEqual(['3.pdf', '1.pdf', '2.pdf'])
    await settled(used)
    expect(core.sent).toEqual(['1.pdf', '2.pdf', '3.pdf'])
    expect(outcomes(used)).toEqual([
      ['3.pdf', { name: 'checked', verification: { result: 'draft' } }],
      ['1.pdf', { name: 'checked', verification: { result: 'draft' } }],
      ['2.pdf', { name: 'checked', verification: { result: 'unknown', journal: null } }],
    ])
  })

  it('sends nothing that no letter can be, and goes on with the others', async () => {
    const used = useVerifications()
    const folder = Object.assign(file('thư mục'), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }),
    })
    const largest = sized('vừa.pdf', MAX_FILE_BYTES)
    used.add([sized('to.pdf', MAX_FILE_BYTES + 1), file('rỗng.pdf', ''), folder, largest])
    await settled(used)
    expect(outcomes(used)).toEqual([
      ['to.pdf', { name: 'unfit', problem: 'too-large' }],
      ['rỗng.pdf', { name: 'unfit', problem: 'empty' }],
      ['thư mục', { name: 'unfit', problem: 'unreadable' }],
      ['vừa.pdf', { name: 'checked', verification: { result: 'draft' } }],
    ])
    expect(core.sent).toEqual(['vừa.pdf'])
  })

  it('can be tried again after a failure', async () => {
    core.failing = true
    const used = useVerifications()
    used.add([file('1.pdf')])
    await settled(used)
    expect(outcomes(used)).toMatchObject([['1.pdf', { name: 'failed' }]])
    core.failing = false
    used.checks.value[0]?.retry()
    await settled(used)
    expect(outcomes(used)).toMatchObject([['1.pdf', { name: 'checked' }]])
  })

  it('sends nothing that was cleared away while it waited', async () => {
    const used = useVerifications()
    used.add([file('1.pdf')])
    used.clear()
    used.add([file('2.pdf')])
    await settled(used)
    expect(core.sent).toEqual(['2.pdf'])
  })

  it('names a file in the one form of its letters, whatever the computer made of it', () => {
    const used = useVerifications()
    used.add([file('Thư trả lời.pdf'.normalize('NFD'))])
    expect(used.checks.value[0]?.fileName).toBe('Thư trả lời.pdf'.normalize('NFC'))
  })
})
