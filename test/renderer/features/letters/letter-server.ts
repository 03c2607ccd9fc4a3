import { cleanText } from '#core/kernel/text.ts'
import type { Letter, LetterPart } from '#core/letters/model.ts'
import { relevantParticulars, type Particulars } from '#core/letters/particulars.ts'
import { ApiError } from '#renderer/api.ts'

export type LetterInput = Readonly<{
  version?: number
  parts?: readonly Readonly<{ key: string; text: string }>[]
  signatory?: Letter['signatory']
  variant?: string
  particulars?: Particulars
  part?: string | null
}>

/**
 * One letter as the core keeps it: a version that must match, the part `request` composed from the
 * particulars until somebody edits it, one act after another. Answers wait while it is on `hold`.
 */
export function letterServer(first: Letter) {
  let letter: Letter = first
  let held = false
  const waiting: (() => void)[] = []
  const routes: string[] = []

  function composed(now: Letter, part: LetterPart): LetterPart {
    if (part.edited || part.key !== 'request') return part
    return { ...part, text: cleanText(`${now.variant}: ${now.particulars.asked}`) }
  }

  function store(change: Partial<Letter>): Letter {
    const version = letter.version + 1
    letter = { ...letter, ...change, version, contentHash: `content-${version}` }
    return letter
  }

  function edit({ parts = [], signatory = letter.signatory }: LetterInput): Letter {
    const given = new Map(parts.map((part) => [part.key, cleanText(part.text)]))
    return store({
      signatory,
      state: 'draft',
      parts: letter.parts.map((part) => {
        const text = given.get(part.key) ?? part.text
        return { ...part, text, edited: text !== composed(letter, { ...part, edited: false }).text }
      }),
    })
  }

  function setParticulars({ variant = '', particulars }: LetterInput): Letter {
    const kept = relevantParticulars(letter.kind, variant, particulars ?? letter.particulars)
    const planned = { ...letter, variant, particulars: kept }
    return store({ ...planned, parts: letter.parts.map((part) => composed(planned, part)) })
  }

  function recompose({ part: key }: LetterInput): Letter {
    const anew = (part: LetterPart) =>
      composed(letter, part.key === key ? { ...part, edited: false } : part)
    return store({ parts: letter.parts.map(anew) })
  }

  function answer(route: string, input: LetterInput): unknown {
    routes.push(route)
    if (route === 'letters.get') {
      return { letter, missing: [], factsChanged: false, complaintStatus: 'open', dispatches: [] }
    }
    if (route === 'complaints.open') return { complaint: { status: 'open' }, letters: [letter] }
    if (input.version !== letter.version) throw new ApiError({ code: 'CONFLICT' })
    if (route === 'letters.edit') return edit(input)
    if (route === 'letters.setParticulars') return setParticulars(input)
    if (route === 'letters.recompose') return recompose(input)
    if (route === 'letters.submit') return store({ state: 'submitted' })
    throw new ApiError({ code: 'NOT_FOUND' })
  }

  return {
    /** What was asked, in order. */
    routes,
    letter: (): Letter => letter,
    text: (key: string): string | undefined => letter.parts.find((part) => part.key === key)?.text,
    /** What the window is answered: a copy, as after the crossing. */
    async call(route: string, input: LetterInput): Promise<unknown> {
      if (held) await new Promise<void>((resolve) => waiting.push(resolve))
      return structuredClone(answer(route, input))
    },
    /** Another person's window stores a part. */
    other(key: string, text: string): void {
      edit({ parts: [{ key, text }] })
    },
    hold(): void {
      held = true
    },
    letGo(): void {
      held = false
      waiting.splice(0).forEach((resolve) => resolve())
    },
  }
}

export type LetterServer = ReturnType<typeof letterServer>
