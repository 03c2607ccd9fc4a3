import type { Conflict } from '#core/conflicts/model.ts'
import type { LogEntry } from '#core/contacts/model.ts'
import { CONTACT_FIELDS, UNKNOWN_COMPLAINANT } from '#core/complaints/model.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AllRepositories } from '#core/ports/repositories.ts'
import {
  AT,
  SETTINGS,
  SYSTEM,
  aComplaint,
  aDeadline,
  aFirm,
  aFirmNote,
  aLetter,
  aPerson,
  aStateCheck,
  aStep,
  aWhy,
  anApproval,
  anEngagement,
  anEvidence,
  seedCase,
} from '#test/setup/records.ts'
import { DIALECTS, openTestStore, type TestStore } from '#test/setup/stores.ts'

const LONG = 'Đường dây nóng 📞 '.repeat(1_200).slice(0, 20_000)

describe.each(DIALECTS)('repositories on %s', (dialect) => {
  let test: TestStore
  beforeAll(async () => {
    test = await openTestStore(dialect)
  })
  afterAll(() => test.remove())

  const write = <Result>(work: (repositories: AllRepositories) => Promise<Result>) =>
    test.store.write(SYSTEM, AT, work)
  const read = <Result>(work: (repositories: AllRepositories) => Promise<Result>) =>
    test.store.read(work)

  describe('a complaint', () => {
    it('comes back with every field as it went in', async () => {
      const { person, complaint: original } = await write((r) => seedCase(r))
      const full = aComplaint(person.id, {
        complainant: {
          ...UNKNOWN_COMPLAINANT,
          ...Object.fromEntries(CONTACT_FIELDS.map((field) => [field, `${field} Ẩn_Đỗ 🙂`])),
          salutation: 'mr',
          fullName: 'Đỗ Văn Ẩn 🙂',
          phones: [
            { e164: '+842838494088', asTold: '028 38 49 40 88' },
            { e164: '+84912345678', asTold: '0912.345.678' },
          ],
          email: 'Anh.Nguyen@Example.com',
          address: '12/3 Lý Tự Trọng\nQuận 1',
          memberAccount: 'Ẩn_Đỗ',
          actingFor: 'con gái (15 tuổi)',
        },
        narrative: LONG,
        wanted: `'; DROP TABLE complaint; -- "?" $1 \\ %`,
        dataItems: ['phone', 'email', 'address'],
        categories: ['spam-calls'],
        clauses: ['2.4', '1.0'],
        severity: 'critical',
        assigneeId: person.id,
        status: 'duplicate',
        outcome: 'duplicate',
        outcomeReason: 'Trùng',
        stateConclusion: 'Bị lộ',
        stateConcludedAt: AT,
        stateConcludedBy: person.id,
        noRemedyReason: 'Không cần',
        answeredAt: AT,
        closedAt: AT,
        endReason: 'Xong',
        duplicateOfId: original.id,
        stage: 'done',
      })
      await write((r) => r.complaints.insert(full))
      expect(await read((r) => r.complaints.find(full.id))).toEqual(full)
      expect(await read((r) => r.complaints.findByCode(full.code))).toEqual(full)
    })

    it('keeps nulls and empty lists apart from text', async () => {
      const { complaint } = await write((r) =>
        seedCase(r, {
          dataItems: [],
          complainant: {
            ...UNKNOWN_COMPLAINANT,
            fullName: 'X',
            address: '',
          },
        }),
      )
      expect(await read((r) => r.complaints.find(complaint.id))).toEqual(complaint)
    })

    it('is updated as a whole, lists included, and grows one version', async () => {
      const { complaint } = await write((r) => seedCase(r))
      const changed = {
        ...complaint,
        subject: 'Tên mới',
        dataItems: ['email'],
        clauses: ['1.2', '1.1'],
        complainant: { ...complaint.complainant, phones: [], email: 'a@b.vn' },
      }
      const stored = await write((r) => r.complaints.update(changed))
      expect(stored).toEqual({ ...changed, version: 2 })
      expect(await read((r) => r.complaints.find(complaint.id))).toEqual(stored)
    })

    it('takes what is derived without growing a version', async () => {
      const { complaint } = await write((r) => seedCase(r))
      const due = {
        dueOn: '2026-12-20',
        targetOn: '2026-12-10',
        dueAt: '2026-12-20T17:00:00.000Z',
        dueRule: 'T-DSR-DEL',
      }
      await write((r) => r.complaints.setStage(complaint.id, 'checking'))
      await write((r) => r.complaints.setDue(complaint.id, due))
      expect(await write((r) => r.complaints.find(complaint.id))).toEqual({
        ...complaint,
        ...due,
        stage: 'checking',
      })
    })

    it('is not found under an id nobody has', async () => {
      expect(await read((r) => r.complaints.find(randomUUID()))).toBeNull()
      expect(await read((r) => r.cases.find(randomUUID()))).toBeNull()
      expect(await write((r) => r.cases.lock(randomUUID()))).toBeNull()
      expect(await read((r) => r.complaints.findByCode('KN-0000-0000'))).toBeNull()
    })
  })

  it('gives every other record back with every field as it went in', async () => {
    const { person, complaint } = await write((r) => seedCase(r))
    const firm = aFirm({
      taxCode: '0301234567',
      address: 'Đà Nẵng',
      contactName: 'Ông Ấn',
      phone: '+84912345678',
      email: 'a@b.vn',
      contractNumber: '12/HĐ',
      contractValidUntil: '2027-01-01',
      ndaValidUntil: '2027-06-30',
      active: false,
    })
    const engagement = anEngagement(complaint.id, firm.id, { endsOn: '2026-12-31' })
    const note = aFirmNote(engagement, person.id, { body: LONG })
    const evidence = anEvidence(complaint.id, person.id, { firmNoteId: note.id, size: 52_428_800 })
    const check = aStateCheck(complaint.id, person.id)
    const why = aWhy(complaint.id, { evidenceIds: [evidence.id] })
    const step = aStep(complaint.id, {
      ownerId: person.id,
      state: 'dropped',
      doneOn: '2026-12-02',
      droppedReason: 'Không còn cần',
    })
    const letter = aLetter(complaint.id, person.id, {
      state: 'issued',
      language: 'en',
      submittedBy: person.id,
      submittedAt: AT,
      approvedBy: person.id,
      approvedAt: AT,
      approvedHash: 'b'.repeat(64),
      returnRemark: 'Sửa lại',
      number: `7/${complaint.id}`,
      issuedBy: person.id,
      issuedAt: AT,
      issuedOn: '2026-11-30',
      pdfSha256: 'd'.repeat(64),
      pages: 2,
    })
    const deadline = aDeadline(complaint.id, { state: 'met', stoppedAt: AT })
    const other = aPerson()
    const approval = anApproval(person.id, {
      state: 'approved',
      request: { kind: 'close-complaint', complaintId: complaint.id, reason: 'Đã trả lời' },
      complaintId: complaint.id,
      subjectVersion: 3,
      decidedBy: other.id,
      decidedAt: AT,
      remark: 'Đồng ý',
    })
    const cause = {
      complaintId: complaint.id,
      version: 0,
      state: 'established',
      category: 'third-party',
      statement: 'Đối tác để lộ.',
      undeterminedReason: '',
      searchUntil: null,
      contributing: [],
      suspected: [],
    } as const
    const conflict: Conflict = {
      id: crypto.randomUUID(),
      complaintId: complaint.id,
      version: 1,
      personId: null,
      firmId: firm.id,
      state: 'named',
      reason: 'Bên bị khiếu nại',
      approvalId: null,
      recordedBy: person.id,
      recordedAt: AT,
    }
    const entry: LogEntry = {
      ...{ id: crypto.randomUUID(), complaintId: complaint.id, version: 1, kind: 'message' },
      ...{
        direction: 'out',
        happenedAt: AT,
        spokenBy: other.id,
        contact: 'zalo: Ấn 📞',
        body: LONG,
      },
      ...{ mentions: [other.id], unread: [other.id], recordedBy: person.id, recordedAt: AT },
      ...{ changedAt: AT, withdrawnReason: 'Ghi nhầm' },
    }
    await write(async (r) => {
      await r.people.insert(other)
      await r.firms.insert(firm)
      await r.conflicts.insert(conflict)
      await r.engagements.insert(engagement)
      await r.firmNotes.insert(note)
      await r.evidence.insert(evidence)
      await r.stateChecks.insert(check)
      await r.whys.insert(why)
      await r.steps.insert(step)
      await r.log.insert(entry)
      await r.letters.insert(letter)
      await r.deadlines.insert(deadline)
      await r.approvals.insert(approval)
      await r.rootCauses.save(cause)
    })
    const found = await read(async (r) => ({
      person: await r.people.findByUsername(person.username),
      firm: await r.firms.find(firm.id),
      oneEvidence: await r.evidence.find(evidence.id),
      ofFirm: await r.firms.engagements(firm.id),
      file: await r.cases.find(complaint.id),
    }))
    expect(found).toEqual({
      person,
      firm,
      oneEvidence: evidence,
      file: {
        complaint,
        engagements: [engagement],
        firmNotes: [note],
        evidence: [evidence],
        log: [entry],
        stateChecks: [check],
        whys: [why],
        rootCause: { ...cause, version: 1 },
        steps: [step],
        letters: [letter],
        dispatches: [],
        deadlines: [deadline],
        rights: [],
        breach: null,
        breachNotices: [],
        approvals: [approval],
        conflicts: [conflict],
        holds: [],
      },
      ofFirm: [{ ...engagement, complaintCode: complaint.code }],
    })
  })

  it('keeps settings, drafts and series', async () => {
    const person = aPerson()
    expect(await read((r) => r.settings.load())).toBeNull()
    const first = await write((r) => r.settings.save(SETTINGS))
    expect(first).toEqual({ ...SETTINGS, version: 1 })
    const second = await write((r) => r.settings.save({ ...first, restDays: [0] }))
    expect(await read((r) => r.settings.load())).toEqual(second)
    await expect(write((r) => r.settings.save(first))).rejects.toMatchObject({ code: 'CONFLICT' })
    await write(async (r) => {
      await r.people.insert(person)
      await r.drafts.save(person.id, 'intake', '{"a":1}')
      await r.drafts.save(person.id, 'intake', '{"a":"đ"}')
    })
    expect(await read((r) => r.drafts.load(person.id, ['intake', 'other']))).toEqual([
      { form: 'intake', body: '{"a":"đ"}' },
    ])
    await write((r) => r.drafts.remove(person.id, 'intake'))
    expect(await read((r) => r.drafts.load(person.id, ['intake']))).toEqual([])
    expect(await write((r) => r.series.next('KN-2026'))).toBe(1)
    expect(await write((r) => r.series.next('KN-2026'))).toBe(2)
    expect(await write((r) => r.series.next('KN-2027'))).toBe(1)
  })

  it('lists people by name to sign in and firms in Vietnamese order', async () => {
    const names = ['Ba Đình', 'Đà Nẵng', 'Dũng', 'Ánh Sáng', 'An Ninh']
    await write(async (r) => {
      for (const name of names) await r.firms.insert(aFirm({ name }))
    })
    const listed = (await read((r) => r.firms.all())).map((firm) => firm.name)
    expect(listed.filter((name) => names.includes(name))).toEqual([
      'An Ninh',
      'Ánh Sáng',
      'Ba Đình',
      'Dũng',
      'Đà Nẵng',
    ])
  })
})
