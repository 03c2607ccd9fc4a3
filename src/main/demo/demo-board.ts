import type { Actor, CommandContext } from '#core/ports/context.ts'
import type { Clock, Ids } from '#core/kernel/sources.ts'
import {
  addDays,
  addHours,
  daysBetween,
  instantOfVietnam,
  vietnamDate,
  type Instant,
} from '#core/kernel/calendar.ts'
import { foundAccount } from '#core/people/commands/accounts.ts'
import type { Role } from '#core/people/permissions.ts'
import type { Sha256 } from '#core/kernel/sources.ts'
import type { Typesetter } from '#core/ports/tools.ts'
import { addFirm } from '#core/firms/commands/firms.ts'
import { initialSettings } from '#core/settings/commands/settings.ts'
import type { AppStatus } from '#shared/contract/session.ts'
import type { Desk } from '../workspace/desk.ts'
import type { Board } from '../workspace/unlocked-board.ts'
import type { VaultConfig } from '../vault/vault.ts'
import { DEMO_ROLES, type Act, type Cast, type DemoRole, type Goal } from './cast.ts'
import { planComplaint } from './play.ts'
import { createRandom, type Random } from './random.ts'

type Account = Readonly<{ username: string; fullName: string; title: string; role: Role }>

const ACCOUNTS: Readonly<Record<DemoRole, Account>> = {
  chair: {
    username: 'lan.tran',
    fullName: 'Trần Thị Ngọc Lan',
    title: 'Trưởng ban',
    role: 'chair',
  },
  deputy: {
    username: 'minh.le',
    fullName: 'Lê Quang Minh',
    title: 'Phó trưởng ban',
    role: 'board',
  },
  investigator: {
    username: 'huy.nguyen',
    fullName: 'Nguyễn Đức Huy',
    title: 'Chuyên viên xác minh',
    role: 'investigator',
  },
  analyst: {
    username: 'thao.pham',
    fullName: 'Phạm Thu Thảo',
    title: 'Chuyên viên xác minh',
    role: 'investigator',
  },
  intake: {
    username: 'an.vo',
    fullName: 'Võ Hoài An',
    title: 'Nhân viên tiếp nhận',
    role: 'intake',
  },
  auditor: {
    username: 'kiem.dang',
    fullName: 'Đặng Văn Kiểm',
    title: 'Kiểm toán nội bộ',
    role: 'auditor',
  },
}

/** Quick to unlock: what a demonstration keeps needs no protection. A first real sign-in strengthens it. */
export const DEMO_VAULT: VaultConfig = { argon: { memoryKiB: 1024, passes: 1, lanes: 1 } }

/** The same for everybody and printed at the start: a demonstration board keeps no secrets. */
const DEMO_PASSWORD = 'trang-giay-sach-2026'

export type DemoServices = Readonly<{
  desk: Desk
  clock: Clock
  ids: Ids
  sha256: Sha256
  typesetter: Typesetter
}>

const DEMO_COMPLAINTS = 64
const SEED = 20_261_122

/**
 * Fills a new, temporary board with people, firms and complaints in every stage, some overdue, some
 * answered with issued letters: the same every time, but for the day it is counted from. Everything goes
 * through the real use cases, so the demonstration cannot show what the program would refuse.
 */
export async function seedDemoBoard(services: DemoServices): Promise<AppStatus['demo']> {
  // A core that was started again finds the board as it was left.
  if (services.desk.state().name !== 'needs-setup') return demoAccounts()
  const people = await seedBoard(services, DEMO_COMPLAINTS)
  await services.desk.lock()
  return people
}

/** A new board with its people and firms, and so many complaints played act by act in the order of time. */
export async function seedBoard(
  services: DemoServices,
  complaints: number,
): Promise<NonNullable<AppStatus['demo']>> {
  const { theatre, firmIds } = await openDemoBoard(services)
  const cast: Cast = {
    personIds: theatre.personIds,
    firmIds,
    tools: { typesetter: services.typesetter, files: theatre.board.files },
  }
  const random = createRandom(SEED)
  const now = services.clock.now()
  const acts = receiptMoments(random, now, complaints, 70).flatMap((receivedAt) =>
    planComplaint(random, cast, receivedAt, goalFor(random, receivedAt, now)),
  )
  const past = acts.filter((act) => act.at <= now)
  for (const act of past.toSorted(byTime)) await perform(theatre, act.who, act.at, act.run)
  return demoAccounts()
}

/** A new board with its people and firms and no complaint yet. */
export async function openDemoBoard(
  services: DemoServices,
): Promise<Readonly<{ theatre: Theatre; firmIds: readonly [string, ...string[]] }>> {
  const theatre = { services, ...(await openNewBoard(services)) }
  return { theatre, firmIds: await addFirms(theatre) }
}

export function demoAccounts(): NonNullable<AppStatus['demo']> {
  return DEMO_ROLES.map((role) => {
    const { username, fullName, role: rights } = ACCOUNTS[role]
    return { username, fullName, role: rights, password: DEMO_PASSWORD }
  })
}

export type Theatre = Readonly<{
  services: DemoServices
  board: Board
  personIds: Readonly<Record<DemoRole, string>>
}>

async function openNewBoard(services: DemoServices): Promise<Pick<Theatre, 'board' | 'personIds'>> {
  const { desk, ids, clock } = services
  const chairId = ids.next()
  const { chair } = ACCOUNTS
  const { vault, keys } = await desk.create({
    id: chairId,
    username: chair.username,
    password: DEMO_PASSWORD,
  })
  const board = await desk.unlock(keys, true)
  const personIds: Record<DemoRole, string> = {
    chair: chairId,
    deputy: ids.next(),
    investigator: ids.next(),
    analyst: ids.next(),
    intake: ids.next(),
    auditor: ids.next(),
  }
  const startedAt = addHours(clock.now(), -24 * 120)
  await board.store.write(
    { personId: chairId, name: chair.fullName },
    startedAt,
    async (repositories, audit) => {
      for (const role of DEMO_ROLES) {
        const id = personIds[role]
        const person = { ...ACCOUNTS[role], id, version: 1, active: true, createdAt: startedAt }
        await repositories.people.insert(person)
        await foundAccount({ repositories, clock: { now: () => startedAt } }, id)
      }
      await repositories.settings.save(
        initialSettings(
          {
            legalName: 'Công ty Cổ phần Ledu Việt Nam',
            boardName: 'Ban quản trị website',
            address: '12 Nguyễn Huệ, phường Sài Gòn, Thành phố Hồ Chí Minh',
            taxCode: '0312345678',
            phone: '028 38 49 40 88',
            email: 'hotro@vouchersharing.com',
            website: 'vouchersharing.com',
            place: 'TP. Hồ Chí Minh',
          },
          [
            { id: 'vouchersharing', name: 'vouchersharing.com' },
            { id: 'ledu', name: 'Ledu.vn' },
          ],
          chair,
        ),
      )
      audit({ action: 'board.setUp', entity: 'settings', entityId: 'settings' })
    },
  )
  for (const role of DEMO_ROLES.filter((each) => each !== 'chair')) {
    const person = { id: personIds[role], username: ACCOUNTS[role].username }
    await vault.addPerson({ ...person, password: DEMO_PASSWORD }, keys.dataKey)
  }
  await vault.confirmRecovery()
  return { board, personIds }
}

async function addFirms(theatre: Theatre): Promise<readonly [string, ...string[]]> {
  const now = theatre.services.clock.now()
  const today = vietnamDate(now)
  const common = {
    taxCode: '0109876543',
    address: '9 Hàng Bài, phường Cửa Nam, Hà Nội',
    contactName: 'Ngô Bảo Long',
    active: true,
  }
  const firms = [
    { name: 'Công ty TNHH An ninh mạng Sao Khuê', until: addDays(today, 240) },
    { name: 'Công ty Cổ phần Ứng cứu sự cố Lá Chắn Việt', until: addDays(today, 21) },
    { name: 'Công ty TNHH Giám định số Thăng Long', until: addDays(today, -12) },
  ]
  const added: string[] = []
  await perform(theatre, 'deputy', addHours(now, -24 * 119), async (context) => {
    for (const [index, { name, until }] of firms.entries()) {
      const firm = await addFirm(context, {
        ...common,
        name,
        phone: '024 3936 2020',
        email: `lienhe${index + 1}@example.com`,
        contractNumber: `HĐ-${index + 1}/2026`,
        contractValidUntil: until,
        ndaValidUntil: until,
      })
      added.push(firm.id)
    }
  })
  const [first = '', second = ''] = added
  // The third firm's papers have run out: the room must refuse it.
  return [first, second]
}

/** Waking-hour moments over the last `days`, oldest first. */
export function receiptMoments(
  random: Random,
  now: Instant,
  count: number,
  days: number,
): readonly Instant[] {
  const today = vietnamDate(now)
  const moments = Array.from({ length: count }, () => {
    const day = addDays(today, -random.between(0, days))
    const hour = String(random.between(7, 19)).padStart(2, '0')
    const minute = String(random.between(0, 59)).padStart(2, '0')
    const at = instantOfVietnam(day, `${hour}:${minute}`)
    return at <= now ? at : addHours(at, -24)
  })
  return moments.toSorted()
}

/** The older a complaint, the further it has come, but for a few that are late. */
function goalFor(random: Random, receivedAt: Instant, now: Instant): Goal {
  const age = daysBetween(vietnamDate(receivedAt), vietnamDate(now))
  if (random.chance(0.04)) return 'withdrawn'
  if (age > 34) {
    return random.chance(0.12) ? 'remedying' : random.pick(['answered', 'closed', 'closed'])
  }
  if (age > 22)
    return random.pick(['answering', 'submitted', 'approved', 'issued', 'answered', 'closed'])
  if (age > 10) return random.pick(['finding-cause', 'remedying', 'answering', 'submitted'])
  if (age > 3) return random.pick(['checking', 'checking', 'finding-cause', 'remedying'])
  return random.pick(['received', 'checking'])
}

function byTime(left: Act, right: Act): number {
  return left.at < right.at ? -1 : left.at > right.at ? 1 : 0
}

export async function perform(
  { services, board, personIds }: Theatre,
  who: DemoRole,
  at: Instant,
  run: (context: CommandContext) => Promise<void>,
): Promise<void> {
  const { username, fullName, role } = ACCOUNTS[who]
  const actor: Actor = {
    ...{ personId: personIds[who], username, fullName, role },
    ...{ shut: [], coversInvestigators: false, revealed: new Set<string>() },
    word: { mark: null },
  }
  const { ids, sha256 } = services
  await board.store.write({ personId: actor.personId, name: fullName }, at, (repositories, audit) =>
    run({ actor, clock: { now: () => at }, ids, sha256, repositories, audit }),
  )
}
