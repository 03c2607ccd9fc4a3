import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REGISTERS, type Register, type RegisterPage } from '#core/figures/registers.ts'
import { ENGINES, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import { answeredComplaint, caseOf, takeComplaint } from '#test/setup/case.ts'
import { codesOf, downloaded, STAND_IN } from '#test/setup/letters.ts'

const YEAR = { from: '2026-01-01', to: '2026-12-31', language: 'vi' } as const

/** A cell as the sheet has it: a day as the number it is counted by from 30/12/1899. */
function inSheet(cell: string | number): string {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/u.exec(String(cell)) ?? []
  if (year === undefined) return String(cell)
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)
  return `<c s="2"><v>${String(days / 86_400_000)}</v></c>`
}

describe.each(ENGINES)('on %s, the registers', (engine) => {
  let app: TestApp
  let answeredCode = ''
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    const { complaint } = await answeredComplaint(app)
    answeredCode = complaint.code
    const { id } = await takeComplaint(app, {
      rights: [{ kind: 'delete', viaProcessor: true }],
      breachDetectedAt: '2026-11-22T08:00:00.000Z',
    })
    await passOnAndStrike(id)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  /** Passed on to two, one of them by mistake. */
  async function passOnAndStrike(complaintId: string): Promise<void> {
    const investigator = app.as('investigator')
    const [asked] = (await caseOf(app, complaintId)).rights
    if (asked === undefined) throw new Error('no right')
    let right = await investigator.call('rights.checkIdentity', {
      ...{ id: asked.id, version: asked.version, checkedOn: '2026-11-22', way: 'contact' },
      ...{ against: 'Số đã lưu', result: 'matched', copyDestroyedOn: null },
    })
    for (const recipient of ['Cửa hàng Hoa Mai', 'Nhầm bên']) {
      const { id, version } = right
      const told = { recipient, toldOn: '2026-11-22', reference: 'Cổng người bán' }
      right = await investigator.call('rights.passOn', { id, version, ...told })
    }
    await investigator.call('rights.strikePassedOn', {
      ...{ id: right.id, version: right.version, reason: 'Nhầm' },
      passedOnId: right.passedOn[1]?.id ?? '',
    })
  }

  const read = (register: Register, by: PersonKey = 'chair'): Promise<RegisterPage> =>
    app.as(by).call('figures.register', { ...YEAR, register, after: null, limit: 50 })

  /** Each line by its heads. */
  const told = ({ heads, rows }: RegisterPage) =>
    rows.map(({ cells }) => Object.fromEntries(heads.map((head, at) => [head, cells[at]])))

  it('tell of complaints, requests, violations and letters what is on record', async () => {
    const complaints = told(await read('complaints'))
    expect(complaints).toHaveLength(2)
    expect(complaints.find((line) => line['Mã hồ sơ'] === answeredCode)).toMatchObject({
      ...{ 'Kết luận': 'Khiếu nại đúng', 'Số ngày': 0, 'Thời hạn': 'Đúng hạn' },
    })
    expect(told(await read('rights'))).toMatchObject([
      {
        ...{ 'Quyền được yêu cầu': 'Xóa dữ liệu', 'Qua bên xử lý': 'Có', 'Ngày phản hồi': '' },
        ...{
          'Hạn phản hồi': '25/11/2026',
          'Hạn thực hiện': '22/12/2026',
          'Tình trạng': 'Đang thực hiện',
          'Thời hạn phản hồi': 'Đang chạy',
          'Thời hạn thực hiện': 'Đang chạy',
          'Chuyển tiếp đến': 'Cửa hàng Hoa Mai (22/11/2026)',
          'Xác nhận đã thực hiện': 'chưa xác nhận',
        },
      },
    ])
    expect(told(await read('violations'))).toMatchObject([
      {
        'Phát hiện lúc': '15:00 ngày 22/11/2026',
        'Thông báo cơ quan chuyên trách': 'Đang chạy: 15:00 ngày 25/11/2026',
        'Quyết định và lý do (khoản 1 Điều 23)': 'Chưa quyết định',
      },
    ])
    const letters = told(await read('letters'))
    expect(letters).toMatchObject([
      {
        ...{ 'Nơi nhận': 'Đỗ Thị Hoà', 'Mã hồ sơ': answeredCode, 'Ngày gửi': '22/11/2026' },
        'Người duyệt': 'Trần Thị Ngọc Lan',
      },
    ])
  })

  it('go on where a page ended, without a gap or a repeat', async () => {
    const input = { ...YEAR, register: 'complaints', limit: 1 } as const
    const first = await app.as('chair').call('figures.register', { ...input, after: null })
    const second = await app.as('chair').call('figures.register', { ...input, after: first.next })
    const all = await read('complaints')
    expect([...first.rows, ...second.rows]).toEqual(all.rows)
    expect(second.next).toBeNull()
    const none = { ...input, from: '2025-01-01', to: '2025-12-31', after: null }
    expect((await app.as('chair').call('figures.register', none)).rows).toEqual([])
  })

  it('cover for the auditor whose case it is, and are not for intake', async () => {
    for (const register of REGISTERS) {
      const page = JSON.stringify(await read(register, 'auditor'))
      expect(page).not.toContain('Hoà')
      expect(page).toContain('KN-2026-')
      const refused = { ...YEAR, register, after: null, limit: 5 }
      expect((await app.as('intake').refused('figures.register', refused)).code).toBe('FORBIDDEN')
    }
  })

  it('leave as a workbook and as a paper, on record with their length', async () => {
    for (const register of REGISTERS) {
      const page = await read(register)
      const sheet = await app
        .as('chair')
        .call('figures.exportRegister', { ...YEAR, register, format: 'xlsx' })
      expect(sheet.lines).toBe(page.rows.length)
      const text = sheetText((await downloaded(app, sheet.ticket)).bytes)
      for (const cell of [...page.heads, ...(page.rows[0]?.cells ?? [])]) {
        expect(text).toContain(inSheet(cell))
      }
      expect(text).toContain(`Số dòng: ${String(page.rows.length)}`)
      const paper = await app
        .as('chair')
        .call('figures.exportRegister', { ...YEAR, register, format: 'pdf' })
      expect(paper.fileName).toMatch(/ 2026-01-01 2026-12-31\.pdf$/u)
      const [event] = await app
        .as('chair')
        .call('audit.list', { personId: null, before: null, limit: 1 })
      expect(event).toMatchObject({ action: 'figures.registerExported' })
      expect(event?.changes.map(({ field, to }) => [field, to])).toEqual([
        ['register', register],
        ...[
          ['from', YEAR.from],
          ['to', YEAR.to],
          ['format', 'pdf'],
        ],
        ['lines', page.rows.length],
      ])
    }
  })

  it('refuse a period that ends before it begins', async () => {
    const backwards = {
      ...YEAR,
      from: '2026-12-31',
      to: '2026-01-01',
      register: 'letters',
    } as const
    const asked = { ...backwards, format: 'xlsx' } as const
    expect(codesOf(await app.as('chair').refused('figures.exportRegister', asked))).toEqual([
      'PERIOD_BACKWARDS',
    ])
  })
})

/** The words of a workbook's sheet. */
function sheetText(bytes: Uint8Array): string {
  const zip = Buffer.from(bytes)
  const name = zip.lastIndexOf('xl/worksheets/sheet1.xml')
  const at = name - 46
  const local = zip.readUInt32LE(at + 42)
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  return inflateRawSync(zip.subarray(from, from + zip.readUInt32LE(at + 20))).toString('utf8')
}
