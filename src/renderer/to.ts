import type { NextAct, Place } from '#core/case/next-act.ts'
import type { Room } from '#core/case/stage.ts'

/** Where a link leads: a room of the program by its name in `router.ts`, which alone knows how addresses are written. */
export type Address = Readonly<{
  name: string
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string | string[]>>
  hash?: string
}>

/** The last part of the address of each section of the settings. */
export const SETTINGS_PATHS = {
  organisation: 'don-vi',
  letters: 'thu',
  calendar: 'lich',
  limits: 'thoi-han',
  people: 'thanh-vien',
  retention: 'luu-tru',
  recovery: 'khoa',
  updates: 'cap-nhat',
  account: 'tai-khoan',
  appearance: 'hien-thi',
} as const

/** The ways through the program. */
export const to = {
  today: (): Address => ({ name: 'today' }),
  /** A case, in one of its rooms; else in the first. At a block of it: that block is opened (`composables/places.ts`). */
  case: (id: string, room?: Room, place?: Place | 'contact-log'): Address => ({
    name: 'case',
    params: room === undefined ? { id } : { id, room },
    ...(place === undefined ? {} : { hash: `#${place}` }),
  }),
  /** The list of cases, narrowed by what its address says (`complaints/work-filter.ts`). */
  complaints: (query: NonNullable<Address['query']>): Address => ({ name: 'complaints', query }),
  letters: (): Address => ({ name: 'letters' }),
  letter: (id: string): Address => ({ name: 'letter', params: { id } }),
  /** A letter, at the act that brings it on. */
  letterAct: (id: string): Address => ({ name: 'letter', params: { id }, hash: '#letter-act' }),
  /** Where a letter or a copy of one is verified. */
  verify: (): Address => ({ name: 'verify' }),
  /** The books over all cases. */
  registers: (): Address => ({ name: 'registers' }),
  firms: (): Address => ({ name: 'firms' }),
  firm: (id: string): Address => ({ name: 'firm', params: { id } }),
  approvals: (): Address => ({ name: 'approvals' }),
  phrases: (): Address => ({ name: 'phrases' }),
  /** Where one makes an app one's second step at sign-in. */
  setUpSecondStep: (): Address => ({ name: 'set-up-second-step' }),
  settings: (section: keyof typeof SETTINGS_PATHS): Address => ({
    name: 'settings',
    params: { section: SETTINGS_PATHS[section] },
  }),
} as const

/** Where an act is done: the block of the case that it opens, the letter it brings on, or where requests are decided. */
export function actAddress({ code, room, place, letterId }: NextAct, complaintId: string): Address {
  if (code === 'DECIDE_CLOSING') return to.approvals()
  return letterId === null ? to.case(complaintId, room, place) : to.letterAct(letterId)
}
