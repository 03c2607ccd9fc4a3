import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => /\.(?:ts|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('the place of a file', () => {
  it('is never the path of an address: on Windows, and with blanks or Vietnamese names, that is another', async () => {
    expect(new URL('file:///C:/Hồi Âm/a.ts').pathname).not.toContain('Hồi Âm')
    const files = [...(await filesOf('scripts')), ...(await filesOf('src/main'))]
    expect(files.length).toBeGreaterThan(100)
    for (const file of files) {
      expect(await readFile(file, 'utf8'), file).not.toMatch(/import\.meta\.url\)\s*\.pathname/)
    }
  })
})
