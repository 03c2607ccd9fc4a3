import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import type { Instant } from '#core/kernel/calendar.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import type { InputOf, RouteName } from '#shared/contract/index.ts'
import { encodeInput } from '#shared/protocol/wire.ts'

import type { CoreClient } from '../../host/core-client.ts'

/** The core as the self-test uses it: asked as a window asks it. */
export type TestedCore = Pick<CoreClient, 'request' | 'download'>

const WINDOW = 'self-test'

const status = z.object({ state: z.literal('needs-setup'), version: z.string() })
const made = z.object({ id: z.string() })
const ticketed = z.object({ ticket: z.string() })

/** A board that exists for one second. Nobody's data. */
const BOARD = {
  organisation: {
    legalName: 'Công ty Thử',
    boardName: 'Ban quản trị website',
    address: '1 Đường Thử, Hà Nội',
    taxCode: '0312345678',
    phone: '024 38 49 40 88',
    email: 'thu@example.vn',
    website: 'https://example.vn',
    place: 'Hà Nội',
  },
  sites: [{ id: 'thu', name: 'example.vn' }],
  chair: { username: 'chair', fullName: 'Người Thử', title: 'Trưởng ban' },
} as const

/**
 * Does a board's work once on an empty data folder: sets it up, records a complaint, and has its sheet typeset,
 * numbered and handed out as PDF. So the database, the vault, the workers, the fonts and the templates of a package
 * were all there. Resolves to one line that says so; throws an Error naming the step that failed.
 */
export async function runSelfTest(core: TestedCore, now: Instant): Promise<string> {
  const { version } = await ask(core, 'app.status', {}, status)
  const password = `${randomUUID()} ${randomUUID()}`
  await ask(
    core,
    'setup.create',
    { ...BOARD, sites: [...BOARD.sites], chair: { ...BOARD.chair, password } },
    z.object({}),
  )
  const complaint = await ask(core, 'complaints.create', complaintAt(now), made)
  const sheet = await ask(
    core,
    'letters.sheet',
    { complaintId: complaint.id, language: 'vi' },
    made,
  )
  const { ticket } = await ask(core, 'letters.export', { id: sheet.id }, ticketed)
  const { bytes } = dataOf('download', await core.download(WINDOW, ticket))
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') {
    throw new Error('self-test: what was handed out is no PDF')
  }
  return `Hoi Am self-test passed: version ${version}, one complaint, a letter of ${bytes.length} bytes`
}

function complaintAt(receivedAt: Instant): InputOf<'complaints.create'> {
  return {
    channel: 'phone',
    receivedAt,
    site: 'thu',
    subject: 'Thử chương trình sau khi cài đặt',
    narrative: 'Đây là khiếu nại thử, được xoá ngay sau đó.',
    wanted: 'Không có gì.',
    dataItems: ['phone'],
    categories: ['KN-01'],
    clauses: ['1.1'],
    severity: 'low',
    assigneeId: null,
    rights: [],
    breachDetectedAt: null,
    complainant: {
      salutation: 'unknown',
      fullName: 'Người Khiếu Nại Thử',
      phones: ['0912 345 678'],
      email: null,
      address: null,
      memberAccount: null,
      actingFor: null,
    },
  }
}

async function ask<R extends RouteName, Answer>(
  core: TestedCore,
  route: R,
  input: InputOf<R>,
  expected: z.ZodType<Answer>,
): Promise<Answer> {
  const answer = expected.safeParse(
    dataOf(route, await core.request(WINDOW, route, encodeInput(input))),
  )
  if (!answer.success) throw new Error(`self-test: ${route} answered something else`)
  return answer.data
}

function dataOf<T>(step: string, result: Result<T>): T {
  if (!result.ok) throw new Error(`self-test: ${step} was refused: ${result.error.code}`)
  return result.data
}
