import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import type { FigureTable } from '#core/figures/tables.ts'
import { findProgram } from '../../../scripts/chromium.ts'
import { tableFile } from '#main/exports/table-file.ts'

/** Texts a spreadsheet would run, or break, if it were let. */
const HARD = [
  '=1+1',
  '+84912345678',
  '-5',
  '@SUM(A1)',
  '\t=1+1',
  '0912345678',
  'Nguyễn Thị Ngọc Ánh',
  'hai\ndòng',
  'dấu "nháy", phẩy; chấm phẩy',
]
const TABLE: FigureTable = {
  name: 'Danh sách [2026] / thử: *?',
  heads: ['Nội dung', 'Số'],
  rows: HARD.map((text, at) => [text, at]),
}

const SOFFICE = findProgram('soffice')

/** The file as LibreOffice understands it, given back as CSV or as its own XML. */
function throughLibreOffice(bytes: Uint8Array, extension: string, to?: 'fods'): string {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-table-'))
  try {
    const file = join(folder, `table.${extension}`)
    writeFileSync(file, bytes)
    const format = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1'
    execFileSync(
      SOFFICE ?? 'soffice',
      [
        ...['--headless', `-env:UserInstallation=file://${folder}/profile`],
        // Comma, double quotes, UTF-8: without a dialog to choose them in.
        ...(extension === 'csv' ? ['--infilter=CSV:44,34,76,1'] : []),
        ...['--convert-to', to ?? format, '--outdir', join(folder, 'out'), file],
      ],
      { stdio: 'ignore' },
    )
    const [name = ''] = readdirSync(join(folder, 'out'))
    return readFileSync(join(folder, 'out', name), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('a table as CSV', () => {
  it('begins with a mark, ends its lines as Excel expects, and starts no formula', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await tableFile([TABLE], 'csv'),
    )
    expect(text.startsWith('\u{FEFF}Nội dung,Số\r\n')).toBe(true)
    const cells = text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.replace(/^"/u, ''))
    expect(cells.filter((cell) => /^[=+\-@\t]/u.test(cell))).toEqual([])
  })

  it('has days no language of a spreadsheet turns round, and keeps the zero of a number', async () => {
    const rows = [['0912345678', { day: '2026-11-05' }, 7] as const, ['1E5', '', 0] as const]
    const table = { name: 'Ngày', heads: ['Số', 'Ngày', 'n'], rows }
    const text = new TextDecoder().decode(await tableFile([table], 'csv'))
    expect(text.split('\r\n')).toEqual([
      ...['Số,Ngày,n', "'0912345678,2026-11-05,7", "'1E5,,0", ''],
    ])
  })

  it('puts several tables one under the other, each under its name', async () => {
    const text = new TextDecoder().decode(await tableFile([TABLE, TABLE], 'csv'))
    expect(text.split(TABLE.name)).toHaveLength(3)
  })
})

describe('through LibreOffice', () => {
  it('a workbook comes back text for text and number for number', async () => {
    const back = throughLibreOffice(await tableFile([TABLE], 'xlsx'), 'xlsx')
    for (const text of HARD.filter((each) => !/[\n"\t]/u.test(each))) {
      expect(back).toContain(text)
    }
    expect(back).not.toMatch(/^2,/mu)
    expect(back).toContain('"hai\ndòng"')
  })

  it('a day of a workbook is a date', async () => {
    const table = { name: 'Ngày', heads: ['Ngày'], rows: [[{ day: '2026-11-05' } as const]] }
    const back = throughLibreOffice(await tableFile([table], 'xlsx'), 'xlsx', 'fods')
    expect(back).toContain('office:date-value="2026-11-05"')
    expect(back).toContain('<text:p>05/11/2026</text:p>')
  })

  it('a CSV file comes back without a formula having run', async () => {
    const back = throughLibreOffice(await tableFile([TABLE], 'csv'), 'csv')
    expect(back).toContain("'=1+1")
    expect(back).toContain('Nguyễn Thị Ngọc Ánh')
    expect(back).not.toMatch(/^2,/mu)
  })
})
