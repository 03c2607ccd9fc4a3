import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawnFiles, PNG_SIZES, recordOf } from '../../scripts/icons.ts'

const folder = resolve(import.meta.dirname, '../../build')
const read = (name: string): Promise<Buffer> => readFile(join(folder, name))

/** Width and height in the head of a PNG. */
function sizeOfPng(png: Buffer): readonly [number, number] {
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

/** The widths in the directory of an .ico; 0 stands for 256. */
function widthsOfIco(ico: Buffer): readonly number[] {
  expect(ico.readUInt16LE(2)).toBe(1)
  return Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico[6 + 16 * at]! || 256)
}

/** The parts of an .icns by their type. */
function partsOfIcns(icns: Buffer): ReadonlyMap<string, Buffer> {
  expect(icns.subarray(0, 4).toString('latin1')).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.byteLength)
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < icns.byteLength; at += icns.readUInt32BE(at + 4)) {
    const type = icns.subarray(at, at + 4).toString('latin1')
    parts.set(type, icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)))
  }
  return parts
}

describe('the icons', () => {
  it.each(PNG_SIZES)('for Linux have one of %d pixels', async (size) => {
    expect(sizeOfPng(await read(`icons/${size}x${size}.png`))).toEqual([size, size])
  })

  it('for Windows go from 16 to 256 pixels', async () => {
    const widths = widthsOfIco(await read('icon.ico'))
    expect(widths).toEqual(expect.arrayContaining([16, 24, 32, 48, 64, 128, 256]))
  })

  it('for macOS go up to 1024 pixels, each part of the size its type means', async () => {
    const parts = partsOfIcns(await read('icon.icns'))
    const sizes = {
      ic07: 128,
      ic08: 256,
      ic09: 512,
      ic10: 1024,
      ic11: 32,
      ic12: 64,
      ic13: 256,
      ic14: 512,
    }
    for (const [type, size] of Object.entries(sizes)) {
      expect(sizeOfPng(parts.get(type)!), type).toEqual([size, size])
    }
  })

  it('were all drawn from the drawing that lies beside them', async () => {
    const files = await Promise.all(
      ['icon.svg', ...drawnFiles()].map(async (name) => [name, await read(name)] as const),
    )
    expect((await read('icon.sha256')).toString('utf8')).toBe(recordOf(new Map(files)))
  })

  it('are known by their bytes, the drawing by its words on any system', () => {
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
    const files = new Map([
      ['icon.svg', Buffer.from('<svg>\r\n</svg>')],
      ['icon.ico', Buffer.from('\r\n')],
    ])
    expect(recordOf(files)).toBe(`${hash('<svg>\n</svg>')}  icon.svg\n${hash('\r\n')}  icon.ico\n`)
  })

  it('show the teal of the program', async () => {
    const tokens = await readFile(join(folder, '../src/renderer/theme/tokens.ts'), 'utf8')
    const [, accent = ''] = /LIGHT[^]*?accent: '(#[0-9a-f]{6})'/.exec(tokens) ?? []
    expect((await read('icon.svg')).toString('utf8')).toContain(accent)
  })
})
