import { describe, expect, it } from 'vitest'
import type { Result } from '#shared/protocol/envelope.ts'
import type { FileContent } from '#shared/protocol/core-messages.ts'
import { runSelfTest, type TestedCore } from '#main/electron/self-test/board-work.ts'

const NOW = '2026-11-29T08:00:00.000Z'

const ANSWERS: Readonly<Record<string, unknown>> = {
  'app.status': { state: 'needs-setup', version: '1.2.3' },
  'setup.create': { recoveryKey: 'key', askGroups: [1] },
  'complaints.create': { id: 'complaint' },
  'letters.sheet': { id: 'letter' },
  'letters.export': { ticket: 'ticket', fileName: 'letter.pdf' },
}

/** A core that answers as told; what the real one answers is seen with the packages. */
function core(
  changed: Readonly<Record<string, Result<unknown>>> = {},
  file = '%PDF-1.7 and so on',
): TestedCore {
  const content: FileContent = {
    name: 'letter.pdf',
    mediaType: 'application/pdf',
    bytes: new TextEncoder().encode(file),
  }
  return {
    request: (_window, route) =>
      Promise.resolve(changed[route] ?? { ok: true, data: ANSWERS[route] }),
    download: () =>
      Promise.resolve(
        (changed['download'] as Result<FileContent> | undefined) ?? { ok: true, data: content },
      ),
  }
}

describe('the self-test of an installed program', () => {
  it('ends with one line that says what it did', async () => {
    expect(await runSelfTest(core(), NOW)).toBe(
      'Hoi Am self-test passed: version 1.2.3, one complaint, a letter of 18 bytes',
    )
  })

  it.each([...Object.keys(ANSWERS), 'download'])('names %s when that is refused', async (route) => {
    const refused = core({ [route]: { ok: false, error: { code: 'INTERNAL' } } })
    await expect(runSelfTest(refused, NOW)).rejects.toThrow(`${route} was refused: INTERNAL`)
  })

  it('does not touch a board that is there already', async () => {
    const ready = core({ 'app.status': { ok: true, data: { state: 'ready', version: '1.2.3' } } })
    await expect(runSelfTest(ready, NOW)).rejects.toThrow('app.status answered something else')
  })

  it('fails when what is handed out is no PDF', async () => {
    await expect(runSelfTest(core({}, '<html>'), NOW)).rejects.toThrow('is no PDF')
  })
})
