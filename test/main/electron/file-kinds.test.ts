import { describe, expect, it } from 'vitest'

import { filtersFor, withEnding } from '#main/electron/file-kinds.ts'
import { shellMessages } from '#main/electron/messages.ts'

describe('the types a save dialog offers', () => {
  it.each([
    ['01-TB-BQT.pdf', 'Tệp PDF', 'pdf'],
    ['Danh sách.XLSX', 'Bảng tính Excel', 'xlsx'],
    ['Danh sách.csv', 'Bảng CSV', 'csv'],
    ['Hoi Am 2026-11-22.zip', 'Tệp nén ZIP', 'zip'],
    ['Thư.eml', 'Thư điện tử (EML)', 'eml'],
    ['Hạn.ics', 'Lịch (ICS)', 'ics'],
    ['ảnh.jpeg', 'Hình ảnh', 'jpeg'],
    ['ghi.txt', 'Văn bản thuần', 'txt'],
    ['bảng.ods', 'Tệp .ods', 'ods'],
  ])('for %s are its own and any', (name, called, ending) => {
    expect(filtersFor(name, shellMessages('vi'))).toEqual([
      { name: called, extensions: [ending] },
      { name: 'Mọi loại tệp', extensions: ['*'] },
    ])
  })

  it('for a file without an ending are any', () => {
    expect(filtersFor('Thư tháng 12.2026', shellMessages('en'))).toEqual([
      { name: 'All files', extensions: ['*'] },
    ])
  })
})

describe('a name that was typed anew', () => {
  it.each<[string, string, NodeJS.Platform, string]>([
    ['/d/thư', 'a.pdf', 'darwin', '/d/thư.pdf'],
    ['/d/thư.pdf', 'a.pdf', 'darwin', '/d/thư.pdf'],
    ['/d/thư.PDF', 'a.pdf', 'linux', '/d/thư.PDF'],
    ['C:\\d\\thư', 'a.pdf', 'win32', 'C:\\d\\thư.pdf'],
    ['C:\\thư.mục\\thư', 'a.xlsx', 'win32', 'C:\\thư.mục\\thư.xlsx'],
    ['/d/Thư tháng 12.2026', 'a.pdf', 'linux', '/d/Thư tháng 12.2026.pdf'],
    ['/d/Thư của Bà Hòa.', 'a.pdf', 'linux', '/d/Thư của Bà Hòa.pdf'],
    ['/d/Gửi Cty.TNHH', 'a.pdf', 'linux', '/d/Gửi Cty.TNHH.pdf'],
    ['/d/bảng.txt', 'a.csv', 'linux', '/d/bảng.txt'],
    ['/d/thư', 'no ending', 'linux', '/d/thư'],
    ['/d/.pdf', 'a.pdf', 'linux', '/d/.pdf'],
  ])('%s for %s on %s gets its ending', (chosen, offered, platform, expected) => {
    expect(withEnding(chosen, offered, platform)).toBe(expected)
  })
})
