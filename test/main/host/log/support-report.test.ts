import { describe, expect, it } from 'vitest'

import { shellMessages } from '#main/electron/messages.ts'
import { homesOfThisMachine, programFacts } from '#main/host/log/program-facts.ts'
import { supportReport } from '#main/host/log/support-report.ts'

describe('the report for support', () => {
  it('says program, system, language, engine, size and the last lines, in order', () => {
    const program = {
      version: '0.1.0',
      platform: 'win32',
      arch: 'x64',
      system: '10.0.26100',
      electron: '45.5.0',
      node: '24.1.0',
    }
    const log = ['{"event":"started"}', '{"event":"ending"}']
    const facts = { program, language: 'vi-VN', engine: 'sqlite', size: '12 MB', log } as const
    expect(supportReport(facts, shellMessages('vi').support).split('\n')).toEqual([
      'Thông tin hỗ trợ của Hồi Âm (không có dữ liệu cá nhân)',
      'Chương trình: Hồi Âm 0.1.0 (electron 45.5.0, node 24.1.0)',
      'Hệ điều hành: win32 10.0.26100 x64',
      'Ngôn ngữ của máy: vi-VN',
      'Cơ sở dữ liệu: sqlite',
      'Dung lượng thư mục dữ liệu: 12 MB',
      '',
      'Những dòng cuối của tệp nhật ký:',
      ...log,
      '',
    ])
  })

  it('knows what it runs in, and names nobody', () => {
    const facts = JSON.stringify(programFacts('1.2.3'))
    expect(facts).toContain('"version":"1.2.3"')
    for (const home of homesOfThisMachine(process.env)) expect(facts).not.toContain(home)
  })
})
