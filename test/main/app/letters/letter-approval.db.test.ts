import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Letter } from '#core/letters/model.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import {
  approve,
  approvedLetter,
  boardSettings,
  draftLetter,
  issue,
  readyComplaint,
  submit,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'
import {
  codesOf,
  draftOf,
  setParticulars,
  situation,
  STAND_IN,
  toIssued,
} from '#test/setup/letters.ts'
import { ASKING } from './fixtures/letter-rows.ts'

const NOT_YOU = {
  code: 'SECOND_PERSON_REQUIRED',
  issues: [{ path: '', code: 'APPROVER_IS_AUTHOR' }],
}

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const edit = (letter: Letter, key: string, text: string, by: PersonKey = 'investigator') =>
    app.as(by).call('letters.edit', {
      id: letter.id,
      version: letter.version,
      parts: [{ key, text }],
      signatory: letter.signatory,
    })
  const recompose = (letter: Letter, part: string | null, by: PersonKey = 'investigator') =>
    app.as(by).call('letters.recompose', { id: letter.id, version: letter.version, part })
  const stored = async (letter: Letter): Promise<Letter> => (await situation(app, letter)).letter
  const saveSettings = (settings: InputOf<'settings.save'>) =>
    app.as('chair').call('settings.save', settings)

  describe('the second person', () => {
    it('is nobody who wrote on the letter or submitted it, whatever their role', async () => {
      const { id } = await readyComplaint(app)
      const draft = await draftLetter(app, id, 'deputy')
      const edited = await edit(draft, 'advice', 'Đổi mật khẩu.', 'investigator')
      const letter = await submit(app, edited, 'chair')
      for (const key of ['deputy', 'chair'] as const) {
        const { id: letterId, version, contentHash } = letter
        expect(
          await app.as(key).refused('letters.approve', { id: letterId, version, contentHash }),
        ).toEqual(NOT_YOU)
      }
      expect((await stored(letter)).state).toBe('submitted')
      const [refusal] = await app
        .as('auditor')
        .call('audit.list', { personId: app.ids.chair, before: null, limit: 1 })
      expect(refusal).toMatchObject({ action: 'refused', entityId: 'letters.approve' })
    })

    it.each([
      ['said what it is about', (letter: Letter) => setParticulars(app, letter, ASKING, 'deputy')],
      ['composed it anew', (letter: Letter) => recompose(letter, null, 'deputy')],
      ['composed one part anew', (letter: Letter) => recompose(letter, 'opening', 'deputy')],
    ])('is nobody who %s', async (_what, touch) => {
      const { id } = await takeComplaint(app)
      const draft = await draftOf(app, id, 'L2', { variant: 'information' })
      const touched = await touch(await setParticulars(app, draft, ASKING))
      await expect(approve(app, await submit(app, touched), 'deputy')).rejects.toMatchObject({
        error: NOT_YOU,
      })
    })

    it('is nobody who made the acknowledgement at the call', async () => {
      const { id } = await takeComplaint(app)
      const input = { complaintId: id, language: 'vi' } as const
      const letter = await app.as('chair').call('letters.acknowledge', input)
      await expect(approve(app, letter, 'chair')).rejects.toMatchObject({ error: NOT_YOU })
      expect((await approve(app, letter, 'deputy')).state).toBe('approved')
    })

    it('stays one when the letter goes back and forth', async () => {
      const { id } = await takeComplaint(app)
      const first = await draftOf(app, id, 'L1', { variant: 'received', by: 'deputy' })
      const returned = await app.as('chair').call('letters.return', {
        ...{ id: first.id, version: (await submit(app, first, 'deputy')).version },
        remark: 'Xem lại.',
      })
      // Submitted by another now: whoever wrote it still may not.
      const again = await submit(app, returned, 'investigator')
      await expect(approve(app, again, 'deputy')).rejects.toMatchObject({ error: NOT_YOU })
    })

    it('approves what they saw: another content is refused', async () => {
      const { id } = await readyComplaint(app)
      const letter = await submit(app, await draftLetter(app, id))
      expect(
        await app.as('chair').refused('letters.approve', {
          id: letter.id,
          version: letter.version,
          contentHash: '0'.repeat(64),
        }),
      ).toEqual({ code: 'CONFLICT', issues: [{ path: 'contentHash', code: 'CONTENT_CHANGED' }] })
    })

    it('sees, as its author does, that the apology is gone, and may approve all the same', async () => {
      const { id } = await readyComplaint(app)
      const draft = await draftLetter(app, id)
      const seen = async (by: PersonKey) => {
        const open = await app.as(by).call('letters.get', { id: draft.id })
        return open.unmet.filter((check) => check.startsWith('apology'))
      }
      expect(await seen('investigator')).toEqual([])
      const bare = await edit(draft, 'finding', 'Khiếu nại của Bà là đúng.')
      expect(await seen('investigator')).toEqual(['apology'])
      const letter = await submit(app, bare)
      expect(await seen('chair')).toEqual(['apology'])
      expect((await approve(app, letter, 'chair')).state).toBe('approved')
    })

    it('may approve and issue in one act: both are on record, the approval first', async () => {
      const { id } = await readyComplaint(app)
      const letter = await submit(app, await draftLetter(app, id))
      const { version, contentHash } = letter
      const input = { id: letter.id, version, contentHash }
      const issued = await app.as('chair').call('letters.approveAndIssue', input)
      expect(issued).toMatchObject({
        ...{ state: 'issued', approvedBy: app.ids.chair, approvedHash: contentHash },
        ...{ issuedBy: app.ids.chair, contentHash },
      })
      expect(await stored(letter)).toEqual(issued)
      const events = await app
        .as('chair')
        .call('complaints.history', { id, entityId: letter.id, before: null, limit: 10 })
      const acts = events
        .map(({ action }) => action)
        .filter((action) => action !== 'letter.previewed')
      expect(acts.slice(0, 2)).toEqual(['letter.issued', 'letter.approved'])
    })

    it('approves and issues nothing they did not see, nor what they wrote themselves', async () => {
      const { id } = await readyComplaint(app)
      const letter = await submit(app, await draftLetter(app, id, 'deputy'))
      const { version, contentHash } = letter
      const input = { id: letter.id, version, contentHash }
      const unseen = { ...input, contentHash: '0'.repeat(64) }
      expect(await app.as('chair').refused('letters.approveAndIssue', unseen)).toEqual({
        code: 'CONFLICT',
        issues: [{ path: 'contentHash', code: 'CONTENT_CHANGED' }],
      })
      expect(await app.as('deputy').refused('letters.approveAndIssue', input)).toEqual(NOT_YOU)
      expect(await stored(letter)).toEqual(letter)
    })

    it('is one, also when two approve at the same moment', async () => {
      const { id } = await readyComplaint(app)
      const letter = await submit(app, await draftLetter(app, id))
      const { version, contentHash } = letter
      const input = { id: letter.id, version, contentHash }
      const results = await Promise.all(
        (['chair', 'deputy'] as const).map((key) => app.as(key).ask('letters.approve', input)),
      )
      expect(
        results.map((result) => (result.ok ? 'approved' : result.error.code)).toSorted(),
      ).toEqual(['CONFLICT', 'approved'])
      expect(await stored(letter)).toMatchObject({ state: 'approved', approvedHash: contentHash })
    })

    it('may send it back with a remark, which the author sees until it is submitted again', async () => {
      const { id } = await readyComplaint(app)
      const letter = await submit(app, await draftLetter(app, id))
      const back = await app.as('chair').call('letters.return', {
        id: letter.id,
        version: letter.version,
        remark: 'Nêu rõ ngày thu hồi tệp.',
      })
      expect(back).toMatchObject({
        state: 'draft',
        returnRemark: 'Nêu rõ ngày thu hồi tệp.',
        submittedBy: null,
      })
      expect((await submit(app, back)).returnRemark).toBeNull()
    })
  })

  describe('an approval is void', () => {
    it('after any edit', async () => {
      const { id } = await readyComplaint(app)
      const letter = await approvedLetter(app, id)
      const edited = await edit(letter, 'advice', 'Một lời khác.')
      expect(edited).toMatchObject({ state: 'draft', approvedBy: null, approvedHash: null })
      const row = { id: letter.id, version: edited.version }
      expect((await app.as('chair').refused('letters.issue', row)).issues?.[0]).toMatchObject({
        code: 'LETTER_STATE',
      })
    })

    it('after a change of the facts it states, until the letter is level with them again', async () => {
      const { id } = await readyComplaint(app)
      const letter = await approvedLetter(app, id)
      await app.as('investigator').call('remediation.addStep', {
        complaintId: id,
        type: 'KP-01',
        description: 'Một biện pháp nữa',
        ownerId: null,
        dueOn: '2026-12-01',
      })
      const row = { id: letter.id, version: letter.version }
      expect(await app.as('chair').refused('letters.issue', row)).toEqual({
        code: 'NOT_ALLOWED',
        issues: [
          { path: '', code: 'FACTS_CHANGED' },
          { path: '', code: 'APPROVAL_VOID' },
        ],
      })
      const level = await app.as('investigator').call('letters.recompose', { ...row, part: null })
      const again = await approve(app, await submit(app, level))
      expect((await issue(app, again)).state).toBe('issued')
    })

    it('after a duty is reopened, and says which', async () => {
      const { id } = await readyComplaint(app)
      const { id: letterId, version } = await approvedLetter(app, id)
      await app.as('investigator').call('investigation.concludeCheck', {
        complaintId: id,
        version: await versionOf(app, id),
        statement: null,
      })
      const error = await app.as('chair').refused('letters.issue', { id: letterId, version })
      expect(error.issues?.map((each) => each.code)).toContain('STATE_NOT_CONCLUDED')
    })

    it('after the letterhead changed', async () => {
      const { id } = await readyComplaint(app)
      const letter = await approvedLetter(app, id)
      const before = await boardSettings(app)
      const moved = { ...before.organisation, address: '99 Nguyễn Huệ' }
      const { version } = await saveSettings({ ...before, organisation: moved })
      const row = { id: letter.id, version: letter.version }
      expect((await app.as('chair').refused('letters.issue', row)).code).toBe('NOT_ALLOWED')
      await saveSettings({ ...before, version })
      expect((await issue(app, letter)).state).toBe('issued')
    })

    it('after what it is about is said anew, though nothing else changed', async () => {
      const { id } = await takeComplaint(app)
      const draft = await draftOf(app, id, 'L2', { variant: 'information' })
      const letter = await approve(app, await submit(app, await setParticulars(app, draft, ASKING)))
      const again = await setParticulars(app, letter, { ...ASKING, replyBy: '2026-12-05' })
      expect(again).toMatchObject({ state: 'draft', approvedBy: null, approvedHash: null })
      const row = { id: letter.id, version: again.version }
      expect(codesOf(await app.as('chair').refused('letters.issue', row))).toContain('LETTER_STATE')
    })

    it('after it is taken back', async () => {
      const { id } = await readyComplaint(app)
      const { id: letterId, version } = await approvedLetter(app, id)
      const back = await app.as('investigator').call('letters.reopen', { id: letterId, version })
      expect(back).toMatchObject({ state: 'draft', approvedBy: null, submittedBy: null })
    })

    it('but not after the board words its next letters otherwise', async () => {
      const { id } = await readyComplaint(app)
      const letter = await approvedLetter(app, id)
      const slot = { kind: 'L4', variant: '', part: 'cause' } as const
      // Names fewer facts than before, and one more.
      const texts = { vi: 'Nguyên nhân: {cause} {code}', en: 'The cause: {cause} {code}' }
      await app.as('chair').call('phrases.save', { ...slot, version: 0, ...texts })
      const found = await situation(app, letter)
      await app.as('chair').call('phrases.reset', { ...slot, version: 1 })
      expect(found.factsChanged).toBe(false)
      expect((await issue(app, letter)).state).toBe('issued')
    })
  })

  describe('the words of a letter in work', () => {
    it('are not the author’s because the facts moved on', async () => {
      const { id } = await readyComplaint(app)
      const draft = await draftLetter(app, id)
      await app.as('investigator').call('investigation.concludeCheck', {
        complaintId: id,
        version: await versionOf(app, id),
        statement: 'Kết luận mới.',
      })
      // Only the advice is touched: the check still reads as composed, from facts of yesterday.
      const edited = await edit(draft, 'advice', 'Lời khuyên riêng.')
      expect(editedParts(edited)).toEqual(['advice'])
      const level = await recompose(edited, null)
      expect(partOf(level, 'check')).toContain('Kết luận mới.')
      expect(partOf(level, 'advice')).toBe('Lời khuyên riêng.')
      expect((await situation(app, level)).factsChanged).toBe(false)
    })

    it('nor because the window sends every part along', async () => {
      const { id } = await readyComplaint(app)
      const draft = await draftLetter(app, id)
      await app.as('investigator').call('investigation.concludeCheck', {
        complaintId: id,
        version: await versionOf(app, id),
        statement: 'Kết luận mới.',
      })
      const sent = draft.parts.map(({ key, text }) => ({ key, text }))
      const edited = await app.as('investigator').call('letters.edit', {
        ...{ id: draft.id, version: draft.version, signatory: draft.signatory },
        parts: sent,
      })
      expect(editedParts(edited)).toEqual([])
    })

    it('stay as composed when the board words that part otherwise', async () => {
      const { id } = await readyComplaint(app)
      const draft = await draftLetter(app, id)
      const slot = { kind: 'L4', variant: '', part: 'close' } as const
      const texts = { vi: 'Trân trọng, gửi {recipient}.', en: 'Regards, {recipient}.' }
      await app.as('chair').call('phrases.save', { ...slot, version: 0, ...texts })
      const edited = await edit(draft, 'advice', 'Lời khuyên riêng.')
      expect(partOf(edited, 'close')).toBe(partOf(draft, 'close'))
      expect(editedParts(edited)).toEqual(['advice'])
      // One part composed anew takes the new words, and the rest is as level as before.
      const close = await recompose(edited, 'close')
      await app.as('chair').call('phrases.reset', { ...slot, version: 1 })
      expect(partOf(close, 'close')).toBe('Trân trọng, gửi Bà Đỗ Thị Hoà.')
      expect((await situation(app, close)).factsChanged).toBe(false)
      expect((await toIssued(app, close)).state).toBe('issued')
    })
  })
})

const partOf = (letter: Letter, key: string) => letter.parts.find((part) => part.key === key)?.text

const editedParts = (letter: Letter) =>
  letter.parts.filter(({ edited }) => edited).map(({ key }) => key)
