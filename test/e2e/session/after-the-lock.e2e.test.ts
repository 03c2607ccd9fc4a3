/** After the last one has left, whoever reads the memory of the program finds no key and no password. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { openVault } from '#main/vault/vault.ts'
import { setUp, signIn, signOut } from '../kit/board.ts'
import { fillIntake, openIntake } from '../kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from '../kit/desk.ts'
import { type Host, startHost } from '../kit/host.ts'
import { CHAIR } from '../kit/members.ts'
import { asKey, asText, countInMemory, whyNoScan } from '../kit/memory.ts'

/** Answers on their way to a page leave pieces in the host's freed memory; more than a few would be kept ones. */
const MAX_PIECES = 8

const CALLER = { fullName: 'Tạ Quỳnh Như', phone: '0912 845 367', account: 'nhu.tq' }

const dataDir = mkdtempSync(join(tmpdir(), 'hoi-am-after-'))
let browser: Browser
let host: Host
let desk: Desk

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ dataDir })
  desk = await openWorkspace(browser, host)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const core = (): number => host.processOf('core-process')

async function coreAfter(pid: number): Promise<number> {
  await expect.poll(core, { timeout: 30_000 }).not.toBe(pid)
  return core()
}

it.skipIf(whyNoScan() !== null)(
  'a fresh core waits that knows nothing, and the host holds no key and no password',
  async () => {
    await setUp(desk, CHAIR)
    await openIntake(desk)
    await fillIntake(desk, CALLER)
    const { keys } = await (await openVault(dataDir)).unlock(CHAIR)
    const canaries = {
      databaseKey: asKey(keys.databaseKey),
      filesKey: asKey(keys.filesKey),
      auditKey: asKey(keys.auditKey),
      password: asText(CHAIR.password),
      person: asText(CALLER.fullName),
    }
    const before = core()
    // What is typed reaches the core as a draft, a moment later.
    await expect
      .poll(() => Object.values(countInMemory(before, canaries)).every((times) => times > 0), {
        timeout: 20_000,
      })
      .toBe(true)

    await signOut(desk, CHAIR)
    const fresh = await coreAfter(before)
    await desk.heading(desk.t('session.title'))
    const nothing = { databaseKey: 0, filesKey: 0, auditKey: 0, password: 0, person: 0 }
    expect(countInMemory(fresh, canaries)).toEqual(nothing)
    const { person, ...others } = countInMemory(host.pid, canaries)
    expect({ ...others, person: 0 }).toEqual(nothing)
    expect(person).toBeLessThanOrEqual(MAX_PIECES)
  },
)

it.skipIf(whyNoScan() !== null)(
  'what a request leaves in the buffer of the line is written over once the line is quiet',
  async () => {
    const secret = 'Hạt dẻ rơi ngoài hiên 58'
    const left = (): number => countInMemory(host.pid, { secret: asText(secret) }).secret
    const body = JSON.stringify({ password: secret })
    const { hostname, port } = new URL(host.origin)
    // Further in than any other request reaches, so that none of them covers it by chance.
    const head = `POST /api/session.signIn HTTP/1.1\r\nHost: ${hostname}:${port}\r\nX-Pad: ${'x'.repeat(8000)}\r\n`
    const line = connect(Number(port), hostname)
    line.write(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    await once(line, 'data')
    expect(left()).toBeGreaterThan(0)
    await expect.poll(left, { timeout: 10_000 }).toBe(0)
    line.destroy()
  },
)

it('whoever comes next is let in by the fresh core, as often as they like', async () => {
  for (let visit = 1; visit <= 2; visit += 1) {
    const before = core()
    await signIn(desk, CHAIR)
    await signOut(desk, CHAIR)
    await coreAfter(before)
  }
  expect(desk.faults).toEqual([])
})
