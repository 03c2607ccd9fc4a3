import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LetterKind } from '#core/letters/kinds.ts'
import type { MergeField } from '#core/letters/merge-fields.ts'
import type { Letter } from '#core/letters/model.ts'
import { HOUSE_WORDING } from '#core/phrases/house/index.ts'
import { phraseFor } from '#core/phrases/lookup.ts'
import { fieldsOfPhrase } from '#core/phrases/template.ts'
import { isMailPart } from '#core/letters/wording.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { approve, issue, readyComplaint, submit } from '#test/setup/case.ts'
import { codesOf, draftOf, setParticulars, situation, STAND_IN } from '#test/setup/letters.ts'
import {
  FACT_CHANGES,
  FIRM,
  TERMS,
  type FactChange,
  type PlayedCase,
} from './fixtures/fact-changes.ts'
import { ASKING, LETTER_ROWS, recordBreach } from './fixtures/letter-rows.ts'

/** One letter of each kind, written to the firm where it may be. */
const VARIANTS = [
  ...['received', 'information', 'progress', '', 'refused'],
  ...['affected', 'form-08', 'firm'],
]
const PLAYED = LETTER_ROWS.filter(({ variant }) => VARIANTS.includes(variant))

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  let played: PlayedCase
  const letters = new Map<LetterKind, Letter>()
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    const { id: complaintId } = await readyComplaint(app)
    const { id: firmId } = await app.as('chair').call('firms.add', FIRM)
    const engagement = await app.as('chair').call('firms.engage', { complaintId, firmId, ...TERMS })
    await recordBreach(app, complaintId)
    played = { app, complaintId, firmId, engagementId: engagement.id }
    for (const { kind, variant, particulars } of PLAYED) {
      const drafted = await draftOf(app, complaintId, kind, { variant })
      const about =
        kind === 'L8'
          ? { ...ASKING, engagementId: engagement.id }
          : { ...particulars, recipientName: 'Bà Trần Thị Khác' }
      const draft = particulars === undefined ? drafted : await setParticulars(app, drafted, about)
      letters.set(kind, await approve(app, await submit(app, draft)))
    }
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  /** The kinds whose approval does not hold any more. */
  async function unsettled(): Promise<readonly LetterKind[]> {
    const moved = await Promise.all(
      [...letters].map(async ([kind, letter]) =>
        (await situation(app, letter)).factsChanged ? [kind] : [],
      ),
    )
    return moved.flat().toSorted()
  }

  it('every approval holds to begin with', async () => {
    expect([...letters.keys()].toSorted()).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8'])
    expect(await unsettled()).toEqual([])
  })

  it.each(FACT_CHANGES)('$what voids the letters that state it, and no others', async (change) => {
    await change.become(played, 'another')
    const moved = await unsettled()
    await change.become(played, 'what it was')
    expect(moved).toEqual(statedBy(change))
  })

  it('every approval holds again when all is put back', async () => {
    expect(await unsettled()).toEqual([])
  })

  it('a letter whose facts moved on is not issued; when they are as approved it is', async () => {
    const [subject] = FACT_CHANGES.filter(({ fields }) => fields.includes('subject'))
    const letter = letters.get('L4')
    if (subject === undefined || letter === undefined) throw new Error('nothing to play with')
    await subject.become(played, 'another')
    const row = { id: letter.id, version: letter.version }
    expect(codesOf(await app.as('chair').refused('letters.issue', row))).toEqual(
      expect.arrayContaining(['FACTS_CHANGED']),
    )
    await subject.become(played, 'what it was')
    for (const each of letters.values()) expect((await issue(app, each)).state).toBe('issued')
  })
})

/** The kinds that state a fact: in a phrase as shipped, or around it. */
function statedBy({ fields, frame }: FactChange): readonly LetterKind[] {
  const kinds = PLAYED.filter(
    ({ kind, variant }) =>
      frame.includes(kind) || fields.some((field) => namedBy(kind, variant).includes(field)),
  ).filter(
    // There is a violation on record: whom it touched are told of its data, not of the complaint's.
    ({ kind }) => kind !== 'L6' || !fields.includes('dataItems'),
  )
  return kinds.map(({ kind }) => kind).toSorted()
}

function namedBy(kind: LetterKind, variant: string): readonly MergeField[] {
  const named: readonly string[] = HOUSE_WORDING[kind].parts
    .filter(({ key }) => !isMailPart(key))
    .flatMap(({ key: part }) => {
      const slot = { kind, variant: variant === '' ? 'upheld' : variant, part }
      return fieldsOfPhrase(phraseFor([], slot, 'vi'))
    })
  return named as readonly MergeField[]
}
