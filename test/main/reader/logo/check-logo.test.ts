import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { tryLogo } from '#main/letters/try-logo.ts'
import { checkLogo } from '#main/reader/logo/check-logo.ts'
import { flawOf, printed } from './logo-trials.ts'
import { chunk, JPEG_BASELINE, JPEG_PROGRESSIVE, png, SIGNATURE, svg } from './logo-samples.ts'
import { realTypesetter } from '#test/main/letters/pdf-tools.ts'

vi.setConfig({ testTimeout: 180_000 })

const typesetter = realTypesetter()

afterAll(() => typesetter.close())

describe('what is no logo', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'Công ty TNHH <svg'],
    ['a PDF', '%PDF-1.7\n'],
    ['a GIF', 'GIF89a\x40\0\x28\0'],
    ['a WEBP', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['a page', '<html><body/></html>'],
    ['a packed SVG', '\x1f\x8b\x08\0'],
  ])('is refused: %s', async (_name, file) => {
    expect(await flawOf(Buffer.from(file, 'latin1'))).toBe('LOGO_NOT_IMAGE')
  })

  it('may have 300 KB, and says so', async () => {
    const filled = (length: number): Buffer => {
      const file = png()
      return Buffer.concat([file, Buffer.alloc(length - file.length)])
    }
    expect(await flawOf(filled(300 * 1024))).toBe('none')
    await expect(checkLogo(filled(300 * 1024 + 1))).rejects.toMatchObject({
      issues: [{ path: 'logo', code: 'LOGO_TOO_LARGE', params: { kilobytes: 300 } }],
    })
    const growing = svg(`<g id='${'"'.repeat(100_000)}'/>`)
    expect(await flawOf(growing)).toBe('LOGO_TOO_LARGE')
  })

  it('gives an answer to any bytes whatsoever', async () => {
    const starts = [SIGNATURE, JPEG_PROGRESSIVE, JPEG_BASELINE.subarray(0, 200), svg('<g id="a"/>')]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(Buffer.alloc(0), ...starts, png(), svg('').subarray(0, 60)),
        fc.array(fc.tuple(fc.nat(800), fc.nat(255)), { maxLength: 6 }),
        fc.uint8Array({ maxLength: 80 }),
        async (start, changes, tail) => {
          const file = Buffer.concat([start, tail])
          for (const [at, value] of changes) if (at < file.length) file[at] = value
          expect(await flawOf(file)).toMatch(/^(?:none|LOGO_\w+(?: \w+)?)$/u)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('what was checked once is found the same again', async () => {
    for (const file of [png({ afterData: [chunk('tEXt')] }), JPEG_PROGRESSIVE, svg('<title/>')]) {
      const logo = await checkLogo(file)
      expect(await checkLogo(logo.bytes)).toEqual(logo)
    }
  })
})

describe('a logo tried in a letter', () => {
  const jpegWithNoPicture = Buffer.concat([
    JPEG_BASELINE.subarray(0, JPEG_BASELINE.indexOf('ffc4', 'hex')),
    JPEG_BASELINE.subarray(JPEG_BASELINE.indexOf('ffda', 'hex')),
  ])

  it('is broken when it cannot be printed', async () => {
    const logo = await checkLogo(jpegWithNoPicture)
    await expect(tryLogo(logo, typesetter)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'logo', code: 'LOGO_BROKEN' }],
    })
    await printed(png(), typesetter)
  })

  it('is not blamed for what is not its fault', async () => {
    const logo = await checkLogo(png())
    const closed = realTypesetter()
    await closed.close()
    await expect(tryLogo(logo, closed)).rejects.toMatchObject({ code: 'TYPESETTING_FAILED' })
    const typeset = (): Promise<never> => Promise.reject(new Error('disk'))
    await expect(tryLogo(logo, { typeset })).rejects.toThrow('disk')
  })
})
