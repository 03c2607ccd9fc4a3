import type { Actor, Clock, CommandContext, Ids } from '#core/kernel/context.ts'
import {
  addDays,
  addHours,
  instantOfVietnam,
  vietnamDate,
  type Instant,
} from '#core/kernel/calendar.ts'
import type { Role } from '#core/people/permissions.ts'
import type { Sha256, Typesetter } from '#core/ports.ts'
import { addFirm } from '#core/firms/firms.ts'
import { initialSettings } from '#core/settings/settings.ts'
import type { AppStatus } from '#shared/contract/session.ts'
import type { Board, Desk } from '../app/desk.ts'
import { DEMO_ROLES, planComplaint, type Act, type Cast, type DemoRole, type Goal } from './play.ts'
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
    title: 'Chuyên viên điều tra',
    role: 'investigator',
  },
  analyst: {
    username: 'thao.pham',
    fullName: 'Phạm Thu Thảo',
    title: 'Chuyên viên điều tra',
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
  const people = await seedBoard(services, DEMO_COMPLAINTS, 'in-order')
  await services.desk.lock()
  return people
}

/**
 * The same generator for any number of complaints. `in-order` replays every act by itself in the order
 * of time, as it would have happened; `in-bulk` takes many into one transaction and is for volume.
 */
export async function seedBoard(
  services: DemoServices,
  complaints: number,
  pace: 'in-order' | 'in-bulk',
): Promise<NonNullable<AppStatus['demo']>> {
  const { board, personIds } = await openNewBoard(services)
  const stage = { services, board, personIds }
  const firmIds = await addFirms(stage)
  const cast: Cast = {
    personIds,
    firmIds,
    tools: { typesetter: services.typesetter, files: board.files },
  }
  const random = createRandom(SEED)
  const now = services.clock.now()
  const plans = receipts(random, now, complaints, pace).map((receivedAt) =>
    planComplaint(random, cast, receivedAt, goalFor(random, receivedAt, now, pace)).filter(
      (act) => act.at <= now,
    ),
  )
  await (pace === 'in-order' ? playInOrder(stage, plans) : playInBulk(stage, plans))
  return DEMO_ROLES.map((role) => {
    const { username, fullName, role: rights } = ACCOUNTS[role]
    return { username, fullName, role: rights, password: DEMO_PASSWORD }
  })
}

type Theatre = Readonly<{
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

/** Office-hour moments over the last weeks (or, in bulk, two years), oldest first. */
function receipts(
  random: Random,
  now: Instant,
  count: number,
  pace: 'in-order' | 'in-bulk',
): readonly Instant[] {
  const today = vietnamDate(now)
  const furthest = pace === 'in-order' ? 70 : 700
  return Array.from({ length: count }, () => {
    const day = addDays(today, -random.between(0, furthest))
    const hour = String(random.between(7, 19)).padStart(2, '0')
    const minute = String(random.between(0, 59)).padStart(2, '0')
    return instantOfVietnam(day, `${hour}:${minute}`)
  })
    .filter((at) => at <= now)
    .toSorted()
}

function goalFor(
  random: Random,
  receivedAt: Instant,
  now: Instant,
  pace: 'in-order' | 'in-bulk',
): Goal {
  const age = (Date.parse(now) - Date.parse(receivedAt)) / 86_400_000
  if (random.chance(0.04)) return 'withdrawn'
  if (pace === 'in-bulk') {
    // Letters cost a typesetting each; in volume most cases stop short of one.
    return random.pick(['received', 'checking', 'finding-cause', 'remedying', 'answering'])
  }
  if (age > 34)
    return random.chance(0.12) ? 'remedying' : random.pick(['answered', 'closed', 'closed'])
  if (age > 22) return random.pick(['answering', 'submitted', 'approved', 'answered', 'closed'])
  if (age > 10) return random.pick(['finding-cause', 'remedying', 'answering', 'submitted'])
  if (age > 3) return random.pick(['checking', 'checking', 'finding-cause', 'remedying'])
  return random.pick(['received', 'checking'])
}

async function playInOrder(theatre: Theatre, plans: readonly (readonly Act[])[]): Promise<void> {
  const acts = plans
    .flat()
    .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
  for (const act of acts) await perform(theatre, act.who, act.at, act.run)
}

const BULK = 200

/** The n-th acts of many complaints together, by person: each complaint still sees its own acts in order. */
async function playInBulk(theatre: Theatre, plans: readonly (readonly Act[])[]): Promise<void> {
  for (let start = 0; start < plans.length; start += BULK) {
    const some = plans.slice(start, start + BULK)
    const most = Math.max(...some.map((acts) => acts.length))
    for (let turn = 0; turn < most; turn += 1) {
      const acts = some.flatMap((plan) => plan[turn] ?? [])
      for (const who of DEMO_ROLES) {
        const mine = acts.filter((act) => act.who === who)
        const last = mine.at(-1)
        if (last === undefined) continue
        await perform(theatre, who, last.at, async (context) => {
          for (const act of mine) await act.run({ ...context, clock: { now: () => act.at } })
        })
      }
    }
  }
}

async function perform(
  { services, board, personIds }: Theatre,
  who: DemoRole,
  at: Instant,
  run: (context: CommandContext) => Promise<void>,
): Promise<void> {
  const { username, fullName, role } = ACCOUNTS[who]
  const actor: Actor = { personId: personIds[who], username, fullName, role }
  const { ids, sha256 } = services
  await board.store.write({ personId: actor.personId, name: fullName }, at, (repositories, audit) =>
    run({ actor, clock: { now: () => at }, ids, sha256, repositories, audit }),
  )
}
