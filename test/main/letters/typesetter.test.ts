import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LetterDocument } from '#core/letters/document.ts'
import { createTypesetter, type LetterTypesetter } from '#main/letters/typesetter.ts'
import { RESULT_LETTER_EN, RESULT_LETTER_VI } from '#test/fixtures/letters/sample-documents.ts'
import { RESOURCES, WORKER } from './pdf-tools.ts'

const MOODY_WORKER = new URL('fixtures/moody-worker.ts', import.meta.url)
const TYPESETTER = new URL('../../../src/main/letters/typesetter.ts', import.meta.url)
const SAMPLES = new URL('../../fixtures/letters/sample-documents.ts', import.meta.url)

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const open: LetterTypesetter[] = []

function typesetterWith(
  options: Partial<Parameters<typeof createTypesetter>[0]> = {},
): LetterTypesetter {
  const made = createTypesetter({ resourcesDir: RESOURCES, workerUrl: WORKER, ...options })
  open.push(made)
  return made
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()))
})

function titled(title: string): LetterDocument {
  return { ...RESULT_LETTER_VI, title }
}

function failingWith(code: string): unknown {
  return expect.objectContaining({
    code: 'TYPESETTING_FAILED',
    issues: [expect.objectContaining({ code })],
  })
}

describe('the same letter', () => {
  it('gives the same bytes again, after other letters, and from another process', async () => {
    const typesetter = typesetterWith()
    const first = await typesetter.typeset(RESULT_LETTER_VI)
    await typesetter.typeset(RESULT_LETTER_EN)
    const again = await typesetter.typeset(RESULT_LETTER_VI)
    expect(again.sha256).toBe(first.sha256)
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0)

    const script = `
      import { createTypesetter } from ${JSON.stringify(TYPESETTER)}
      import { RESULT_LETTER_VI } from ${JSON.stringify(SAMPLES)}
      const typesetter = createTypesetter({
        resourcesDir: ${JSON.stringify(RESOURCES)},
        workerUrl: new URL(${JSON.stringify(WORKER)}),
      })
      console.log((await typesetter.typeset(RESULT_LETTER_VI)).sha256)
      await typesetter.close()`
    const env = { ...process.env, TZ: 'America/New_York', LANG: 'C' }
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env,
    })
    expect(elsewhere.trim()).toBe(first.sha256)
  })

  it('without a date gives the same bytes on any day', async () => {
    const typesetter = typesetterWith()
    const first = await typesetter.typeset(RESULT_LETTER_EN)
    expect(Buffer.from(first.bytes).includes('CreationDate')).toBe(false)
    expect((await typesetter.typeset(RESULT_LETTER_EN)).sha256).toBe(first.sha256)
  })

  it('gives other bytes when anything in it changes', async () => {
    const typesetter = typesetterWith()
    const { sha256 } = await typesetter.typeset(RESULT_LETTER_VI)
    const changed = { ...RESULT_LETTER_VI.meta, auditHead: `20:${'f'.repeat(64)}` }
    expect((await typesetter.typeset({ ...RESULT_LETTER_VI, meta: changed })).sha256).not.toBe(
      sha256,
    )
  })
})

describe('many letters', () => {
  it('are answered each with its own, in the order of asking', async () => {
    const typesetter = typesetterWith({ workerUrl: MOODY_WORKER })
    const titles = Array.from({ length: 50 }, (_, index) => `letter ${index}`)
    const answered: string[] = []
    await Promise.all(
      titles.map((title) =>
        typesetter.typeset(titled(title)).then(({ sha256 }) => answered.push(sha256)),
      ),
    )
    expect(answered).toEqual(titles)
  })

  it('of the previews waiting under one key only the newest is made', async () => {
    const typesetter = typesetterWith()
    const outcomes = await Promise.all([
      typesetter.preview('a', titled('1')),
      typesetter.preview('a', titled('2')),
      typesetter.preview('b', titled('3')),
      typesetter.preview('a', titled('4')),
      typesetter.typeset(titled('5')),
    ])
    expect(outcomes.map((outcome) => 'superseded' in outcome)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('a thread whose memory is worn out', () => {
  it('is replaced between two letters, and nobody notices', async () => {
    const typesetter = typesetterWith({ workerUrl: MOODY_WORKER })
    const titles = ['count', 'count', 'greedy', 'count', 'count']
    const served = await Promise.all(titles.map((title) => typesetter.typeset(titled(title))))
    // The stand-in tells in `pages` how many letters its thread has served.
    expect(served.map(({ pages }) => pages)).toEqual([1, 2, 3, 1, 2])
  })

  it('has no need to be: however many letters it sets, it holds no more, and each is as from a fresh one', async () => {
    const typesetter = typesetterWith({ maxMemoryMb: 48 })
    const letter = (count: number): LetterDocument => ({
      ...RESULT_LETTER_VI,
      recipientLines: [`Ông Nguyễn Văn ${count}`],
    })
    const hashes: string[] = []
    const logo = { mediaType: 'image/png', base64: 'bm8gcGljdHVyZQ==' } as const
    const refused = { ...RESULT_LETTER_VI, issuer: { ...RESULT_LETTER_VI.issuer, logo } }
    for (let count = 0; count < 60; count += 1) {
      if (count % 7 === 0) {
        await expect(typesetter.typeset(refused)).rejects.toEqual(failingWith('TEMPLATE'))
      }
      hashes.push((await typesetter.typeset(letter(count))).sha256)
    }
    const fresh = typesetterWith()
    expect((await fresh.typeset(letter(59))).sha256).toBe(hashes[59])
    expect((await fresh.typeset(letter(0))).sha256).toBe(hashes[0])
    expect(new Set(hashes).size).toBe(60)
  })
})

describe('a letter that goes wrong', () => {
  it.each(['exit', 'throw', 'broken'])('fails alone when its thread fails by %s', async (mood) => {
    const typesetter = typesetterWith({ workerUrl: MOODY_WORKER })
    const outcomes = await Promise.allSettled(
      ['before', mood, 'after'].map((title) => typesetter.typeset(titled(title))),
    )
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(outcomes[1]).toEqual({ status: 'rejected', reason: failingWith('CRASH') })
  })

  it('is given up after its time, and the next is served by a fresh thread', async () => {
    const typesetter = typesetterWith({ workerUrl: MOODY_WORKER, timeoutMs: 4000 })
    const stuck = typesetter.typeset(titled('loop'))
    const next = typesetter.typeset(titled('after'))
    await expect(stuck).rejects.toEqual(failingWith('TIMEOUT'))
    expect((await next).sha256).toBe('after')
  })

  it('is refused when it needs more memory than allowed, and the next is set', async () => {
    const typesetter = typesetterWith({ maxMemoryMb: 32 })
    const rows = Array.from({ length: 1500 }, (_, index) => [`Dòng ${index}`, 'Biện pháp'])
    const columns = [
      { heading: 'Một', width: 1 },
      { heading: 'Hai', width: 1 },
    ]
    const huge: LetterDocument = {
      ...RESULT_LETTER_VI,
      parts: [{ key: 'huge', heading: null, blocks: [{ type: 'table', columns, rows }] }],
    }
    await expect(typesetter.typeset(huge)).rejects.toEqual(failingWith('CRASH'))
    expect((await typesetter.typeset(RESULT_LETTER_VI)).pages).toBe(2)
  })

  it('says where the template refused it, without a word of the letter', async () => {
    const resourcesDir = mkdtempSync(join(tmpdir(), 'resources-'))
    cpSync(join(RESOURCES, 'letters'), join(resourcesDir, 'letters'), { recursive: true })
    writeFileSync(
      join(resourcesDir, 'letters/close.typ'),
      '#let closing(doc, lines) = panic(doc.signature.name)\n',
    )
    const typesetter = typesetterWith({ resourcesDir })
    const error: unknown = await typesetter
      .typeset(RESULT_LETTER_VI)
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      code: 'TYPESETTING_FAILED',
      issues: [{ code: 'TEMPLATE', path: expect.stringMatching(/close\.typ:\d+:\d+/u) }],
    })
    expect(JSON.stringify(error)).not.toContain(RESULT_LETTER_VI.signature.name)
  })

  it('is refused by a template that asks for files, packages or other fonts', async () => {
    const resourcesDir = mkdtempSync(join(tmpdir(), 'resources-'))
    cpSync(join(RESOURCES, 'letters'), join(resourcesDir, 'letters'), { recursive: true })
    for (const source of ['#read("/etc/passwd")', '#import "@preview/cetz:0.3.0": *']) {
      writeFileSync(join(resourcesDir, 'letters/letter.typ'), source)
      const typesetter = typesetterWith({ resourcesDir })
      await expect(typesetter.typeset(RESULT_LETTER_VI)).rejects.toEqual(failingWith('TEMPLATE'))
    }
  })

  it.each(['no such folder', 'no such worker'])('fails clearly with %s', async (missing) => {
    const typesetter = typesetterWith(
      missing === 'no such folder'
        ? { resourcesDir: join(tmpdir(), 'hoi-am-nowhere') }
        : { workerUrl: new URL('fixtures/nowhere.ts', import.meta.url) },
    )
    await expect(typesetter.typeset(RESULT_LETTER_VI)).rejects.toEqual(failingWith('CRASH'))
  })

  it('with a logo that is no picture is refused, and the next with a real one is set', async () => {
    const typesetter = typesetterWith()
    const withLogo = (mediaType: 'image/png' | 'image/svg+xml', bytes: string): LetterDocument => ({
      ...RESULT_LETTER_VI,
      issuer: {
        ...RESULT_LETTER_VI.issuer,
        logo: { mediaType, base64: Buffer.from(bytes).toString('base64') },
      },
    })
    await expect(typesetter.typeset(withLogo('image/png', 'no picture'))).rejects.toEqual(
      failingWith('TEMPLATE'),
    )
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#000"/></svg>'
    const [plain, withDrawing] = [
      await typesetter.typeset(RESULT_LETTER_VI),
      await typesetter.typeset(withLogo('image/svg+xml', drawing)),
    ]
    expect(withDrawing.sha256).not.toBe(plain.sha256)
  })
})

describe('closing', () => {
  it('fails what runs, what waits and what comes later, and ends the thread', async () => {
    const typesetter = typesetterWith({ workerUrl: MOODY_WORKER })
    const running = typesetter.typeset(titled('loop'))
    const waiting = typesetter.preview('a', titled('after'))
    const failed = Promise.allSettled([running, waiting])
    await typesetter.close()
    const closed = { status: 'rejected', reason: failingWith('CLOSED') }
    expect(await failed).toEqual([closed, closed])
    await expect(typesetter.typeset(titled('late'))).rejects.toEqual(failingWith('CLOSED'))
  })
})

describe('warming up', () => {
  it('is over for everybody who asked once the engine is ready, and at once from then on', async () => {
    const typesetter = typesetterWith()
    const order: string[] = []
    const ready = ['first', 'second'].map(async (who) => {
      await typesetter.warmUp()
      order.push(who)
    })
    const letter = typesetter.typeset(RESULT_LETTER_VI).then(() => order.push('letter'))
    await Promise.all([...ready, letter])
    expect(order).toEqual(['first', 'second', 'letter'])
    await typesetter.warmUp()
  })
})

describe('an idle typesetter', () => {
  it('ends its thread, and starts one again for the next letter', async () => {
    const typesetter = typesetterWith({ workerUrl: MOODY_WORKER, idleMs: 1 })
    const active = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length
    await typesetter.typeset(titled('first'))
    await vi.waitUntil(() => active() === 0, { timeout: 30_000 })
    expect((await typesetter.typeset(titled('second'))).sha256).toBe('second')
  })
})
