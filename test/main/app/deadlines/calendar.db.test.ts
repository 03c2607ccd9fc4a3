import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { downloaded } from '#test/setup/letters.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  it('a calendar names duty and code, and nobody', async () => {
    const { id, code, complainant } = await takeComplaint(app)
    const { ticket, fileName } = await app.as('intake').call('deadlines.calendar', {
      ...{ complaintId: id, language: 'vi' },
    })
    expect(fileName).toBe(`${code}.ics`)
    const text = new TextDecoder().decode((await downloaded(app, ticket, 'intake')).bytes)
    const unfolded = text.replaceAll(/\r\n[ \t]/gu, '')
    expect(unfolded).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/u)
    expect(unfolded).toContain(`SUMMARY:${code}: Phản hồi kết quả giải quyết khiếu nại`)
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20261222')
    expect(unfolded).toContain('DTEND;VALUE=DATE:20261223')
    expect(unfolded).not.toContain(complainant.fullName)
  })
})
