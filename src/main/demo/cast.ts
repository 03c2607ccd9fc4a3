import type { Stage, Status } from '#core/complaints/model.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { CommandContext } from '#core/ports/context.ts'
import type { LetterTools } from '#core/letters/commands/issue.ts'

export const DEMO_ROLES = [
  'chair',
  'deputy',
  'investigator',
  'analyst',
  'intake',
  'auditor',
] as const
export type DemoRole = (typeof DEMO_ROLES)[number]

/** How far a made-up complaint has come. */
export type Goal =
  | Exclude<Stage, 'done'>
  | 'submitted'
  | 'approved'
  | 'issued'
  | Exclude<Status, 'open' | 'rejected' | 'duplicate'>

/** One thing somebody did at a moment. Acts of one complaint must be carried out in their order. */
export type Act = Readonly<{
  who: DemoRole
  at: Instant
  run(context: CommandContext): Promise<void>
}>

export type Cast = Readonly<{
  personIds: Readonly<Record<DemoRole, string>>
  firmIds: readonly [string, ...string[]]
  tools: LetterTools
}>
