import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import { ZipFile } from 'yazl'

import type { Cell } from '#core/figures/cell.ts'
import { daysBetween } from '#core/kernel/calendar.ts'
import { giveWay } from '../common/give-way.ts'

/** A sheet as it is written: lines above its table, the heads, pages of rows as they are read, and lines below. */
export type SheetStream = Readonly<{
  name: string
  /** The first line is the title. */
  above: readonly string[]
  heads: readonly string[]
  pages: AsyncIterable<readonly (readonly Cell[])[]>
  /** Asked once all rows were written. */
  below(): readonly string[]
}>

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PLAIN = 0
const BOLD = 1
const DAY = 2
/** From here spreadsheets count days. */
const DAY_ZERO = '1899-12-30'

/**
 * A workbook of one sheet, written while its rows are read: a page of them is held at a time, the packing is done beside the
 * core's own thread, and between two pages whoever waits for the core is served. ECMA-376, with the texts in line.
 */
export async function sheetFile(sheet: SheetStream): Promise<Uint8Array> {
  const zip = new ZipFile()
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="${escaped(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf fontId="0"/><xf fontId="1" applyFont="1"/><xf numFmtId="164" fontId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name)
  const rows = Readable.from(sheetText(sheet), { objectMode: false })
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml')
  zip.end()
  // What reading the rows raises ends the stream it is read from, which the archive does not listen to.
  const failed = new Promise<never>((_resolve, reject) => {
    rows.once('error', reject)
    zip.once('error', reject)
  })
  return new Uint8Array(await Promise.race([buffer(zip.outputStream), failed]))
}

async function* sheetText(sheet: SheetStream): AsyncGenerator<Buffer> {
  const { above, heads, pages, below } = sheet
  const top = above.length + 2
  const [title = '', ...lines] = above
  yield Buffer.from(
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${String(top)}" topLeftCell="A${String(top + 1)}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${heads.map((head, at) => `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(widthOf(head))}" customWidth="1"/>`).join('')}</cols><sheetData>${rowText([title], BOLD)}${lines.map((line) => rowText([line], PLAIN)).join('')}${rowText([], PLAIN)}${rowText(heads, BOLD)}`,
  )
  for await (const page of pages) {
    if (page.length > 0) yield Buffer.from(page.map((row) => rowText(row, PLAIN)).join(''))
    await giveWay()
  }
  const end = below().map((line) => rowText([line], PLAIN))
  yield Buffer.from(`${rowText([], PLAIN)}${end.join('')}</sheetData></worksheet>`)
}

function rowText(cells: readonly Cell[], style: number): string {
  return `<row>${cells.map((cell) => cellText(cell, style)).join('')}</row>`
}

function cellText(cell: Cell, style: number): string {
  if (typeof cell === 'number') return `<c s="${String(style)}"><v>${String(cell)}</v></c>`
  if (typeof cell === 'object') {
    return `<c s="${String(DAY)}"><v>${String(daysBetween(DAY_ZERO, cell.day))}</v></c>`
  }
  if (cell === '') return '<c/>'
  const text = escaped(cell.slice(0, LONGEST_TEXT))
  return `<c s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** What Excel holds in one cell. */
const LONGEST_TEXT = 32_767

/** Fit for XML: what it has no place for (control characters, halves of pairs) is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** 31 characters and none of these, says Excel. */
function sheetName(name: string): string {
  return name
    .replace(/[\\/?*[\]:]/gu, ' ')
    .slice(0, 31)
    .trim()
}

function widthOf(head: string): number {
  return Math.min(40, Math.max(14, head.length + 2))
}
