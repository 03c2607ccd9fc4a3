import { describe, expect, it } from 'vitest'

import { framesOf } from '#main/common/frames.ts'
import { withoutHomes } from '#main/host/log/home-paths.ts'
import { type HostLogEntry, logLine } from '#main/host/log/log-entry.ts'

const TIME = new Date('2026-11-29T08:00:00.000Z')
const HOMES = ['C:\\Users\\Nguyễn Văn A (kế toán)', '/Users/lan.tran', '/home/minh']
const ID = '0f7c1d1a-9a52-4a5e-8c55-1f6f0a2f9a11'

function line(entry: HostLogEntry): Record<string, unknown> {
  const text = logLine(entry, TIME, HOMES)
  expect(text.endsWith('\n')).toBe(true)
  expect(text.slice(0, -1)).not.toContain('\n')
  return JSON.parse(text) as Record<string, unknown>
}

describe('a line of the log', () => {
  it('holds when, where, what and under which id', () => {
    const frames = ['run (dispatch.ts:12:3)']
    const entry = { event: 'unexpected', process: 'core', code: 'TypeError', frames } as const
    expect(line({ ...entry, correlationId: ID, route: 'letters.issue' })).toEqual({
      time: '2026-11-29T08:00:00.000Z',
      ...entry,
      correlationId: ID,
      route: 'letters.issue',
    })
  })

  it.each<[string, HostLogEntry]>([
    ['a message as event', { event: 'Bà Trần Thị B, 0912 345 678' }],
    ['a name as code', { event: 'x', code: 'Trần Thị B' }],
    ['an address as route', { event: 'x', route: 'thu/b@example.vn' }],
    ['words as correlation id', { event: 'x', correlationId: 'Trần Thị B' }],
    ['a message as frame', { event: 'x', frames: ['Trần Thị B kêu ca', 'at 0912345678'] }],
    ['a name as fact', { event: 'x', facts: { system: 'Máy của Trần Thị B' } }],
    ['a name as the name of a fact', { event: 'x', facts: { 'Trần Thị B': 1 } }],
    ['line breaks', { event: 'x\n{"event":"forged"}', code: 'A\r\nB' }],
    ['a very long fact', { event: 'x', facts: { system: 'a'.repeat(100_000) } }],
    ['a text in a statement', { event: 'x', statement: "SELECT 'Trần Thị B'" }],
    ['a name in a statement', { event: 'x', statement: 'SELECT Trần' }],
    ['a message as statement', { event: 'x', statement: '0912 345 678, b@example.vn' }],
    ['very many frames', { event: 'x', frames: Array(100_000).fill('f (a.ts:1:1)') }],
  ])('takes nothing of %s', (_what, entry) => {
    const text = JSON.stringify(line(entry))
    expect(text).not.toMatch(/Trần|912|example|forged/u)
    expect(text.length).toBeLessThan(2_000)
  })

  it('keeps the places of a frame and drops its folders', () => {
    const frame = 'write (C:\\Users\\Nguyễn Văn A (kế toán)\\Hoi Am\\out\\main\\index.js:10:20)'
    expect(line({ event: 'x', frames: [frame] })['frames']).toEqual(['write (index.js:10:20)'])
  })
})

describe('a path below a home', () => {
  it.each([
    ['C:\\Users\\Nguyễn Văn A (kế toán)\\AppData\\Local\\Hoi Am', '~\\AppData\\Local\\Hoi Am'],
    ['c:\\users\\nguyễn văn a (kế toán)\\x', '~\\x'],
    ['C:/Users/Nguyễn Văn A (kế toán)/x', '~/x'],
    [
      'file:///C:/Users/Nguy%E1%BB%85n%20V%C4%83n%20A%20(k%E1%BA%BF%20to%C3%A1n)/x.js',
      'file:///~/x.js',
    ],
    ['C:\\Users\\NGUYNV~1\\AppData', '~\\AppData'],
    ['C:\\Users\\Somebody Else\\x', '~\\x'],
    ['/Users/lan.tran/Library/Application Support', '~/Library/Application Support'],
    ['/Users/Trần Thị B/Library', '~/Library'],
    ['/home/minh/.local/share/hoi-am', '~/.local/share/hoi-am'],
    ['/home/b.tran', '~'],
    ['\\\\may-chu\\ho-so\\tran.b\\AppData\\x', '~\\x'],
    ['/opt/hoi-am/out/main/index.js', '/opt/hoi-am/out/main/index.js'],
    ['D:\\Du lieu\\Hoi Am', 'D:\\Du lieu\\Hoi Am'],
  ])('%s is written %s', (path, expected) => {
    expect(withoutHomes(path, HOMES)).toBe(expected)
  })

  it('is one also when the system takes names apart into letters and marks', () => {
    const taken = '/Users/Trần Thị B/x'.normalize('NFD')
    expect(withoutHomes(taken, ['/Users/Trần Thị B'])).toBe('~/x')
  })

  it('is not everything, where a home is the root', () => {
    expect(withoutHomes('/opt/x', ['/', ''])).toBe('/opt/x')
  })
})

describe('a fact', () => {
  const factOf = (value: string): unknown =>
    (line({ event: 'x', facts: { value } })['facts'] as Record<string, unknown>)['value']

  it.each([
    '10.0.26100',
    '6.8.0-40-generic',
    '6.5.0-14~22.04+1',
    '45.5.0',
    '14.2.231.9-electron.0',
    'Sandbox-helper',
    'win32',
  ])('of one word stays: %s', (value) => {
    expect(factOf(value)).toBe(value)
  })

  it.each([
    // Outside every home (a share counts as one): neither drive nor folder says anything that support needs.
    ['D:\\Nguyen Van A\\x', '?'],
    ['D:\\Nguyen Van A\\Hoi Am\\hoi-am.db', '?\\Hoi Am\\hoi-am.db'],
    ['D:/Nguyễn Văn A/hồ sơ/keys.json', '?/keys.json'],
    ['d:Nguyen Van A', '?'],
    ['E:\\', '?'],
    ['\\\\may-chu\\Nguyen Van A\\Hoi Am', '~\\Hoi Am'],
    ['//may-chu/Nguyen Van A/x', '?'],
    ['\\\\?\\UNC\\may-chu\\ke toan\\Tran Thi B', '~\\?'],
    ['\\\\?\\D:\\Nguyen Van A\\x', '~\\?'],
    ['/Volumes/Nguyen Van A/Hoi Am/logs/hoi-am.log', '?/Hoi Am/logs/hoi-am.log'],
    ['/mnt/nguyen.van.a/hoi-am', '?/hoi-am'],
    ['/opt/tran-thi-b/x', '?'],
    ['file:///D:/Nguyen%20Van%20A/x.js', '?'],
    ['file://may-chu/Nguyen%20Van%20A/hoi-am.db', '?/hoi-am.db'],
    // Below a home: from there on by the names that every home has.
    ['C:\\Users\\Nguyễn Văn A (kế toán)\\AppData\\Local\\Hoi Am', '~\\AppData\\Local\\Hoi Am'],
    ['C:\\Users\\Nguyen Van A\\Documents\\Tran Thi B\\x', '~\\Documents\\?'],
    ['/Users/lan.tran/Library/Application Support/Hoi Am', '~/Library/Application Support/Hoi Am'],
    ['/Users/Trần Thị B/Desktop/Nguyen Van A', '~/Desktop/?'],
    ['/Users/x', '~'],
    ['/home/minh/.local/share/hoi-am/hoi-am.db', '~/.local/share/hoi-am/hoi-am.db'],
    ['file:///C:/Users/Nguyen%20Van%20A/x.js', '~/?'],
    ['file:///Users/lan.tran/x.js', '~/?'],
    // No path at all.
    ['Nguyen Van A', '?'],
    ['Nguyễn', '?'],
    ['Nguyen Van A/x', '?'],
    ['open C:\\Users\\Nguyen Van A\\x failed', '?'],
    ['b.tran@example.vn', '?'],
    ['0912 345 678', '?'],
    ['', ''],
  ])('%s is written %s', (value, expected) => {
    expect(factOf(value)).toBe(expected)
  })

  it('is no longer than a path may be', () => {
    expect(String(factOf('/x/tmp'.repeat(10_000))).length).toBeLessThan(200)
  })
})

describe('the frames of an error', () => {
  function failed(message: string, stack: string): Error {
    const error = new Error(message)
    error.stack = `Error: ${message}\n${stack}`
    return error
  }

  it('name functions and files, on every system', () => {
    const stack = [
      '    at run (file:///C:/Users/Nguy%E1%BB%85n%20V%C4%83n%20A/out/main/dispatch.js:1:2)',
      '    at async Object.write (C:\\Users\\Nguyễn Văn A (kế toán)\\out\\main\\x y.js:3:4)',
      '    at C:\\Users\\Nguyễn Văn A (kế toán)\\out\\main\\store.js:5:6',
      '    at /Users/lan.tran/out/main/desk.js:7:8',
      '    at node:internal/process/task_queues:103:5',
      '    at async Promise.all (index 0)',
    ].join('\n')
    expect(framesOf(failed('x', stack))).toEqual([
      'run (dispatch.js:1:2)',
      '(store.js:5:6)',
      '(desk.js:7:8)',
      '(task_queues:103:5)',
    ])
  })

  it('are none of the lines of a message that looks like them', () => {
    const message = 'kêu ca\n    at tran.thi.b (0912345678:1:2)\n    at b (x.ts:1:1)'
    expect(framesOf(failed(message, '    at run (a.ts:1:2)'))).toEqual(['run (a.ts:1:2)'])
  })

  it('are those of a real error, without a folder', () => {
    const [first] = framesOf(new Error('x'))
    expect(first).toMatch(/\(log-entry\.test\.ts:\d+:\d+\)$/u)
  })

  it.each([[null], ['text'], [{ stack: '    at a (b.ts:1:1)' }]])('are none of %j', (value) => {
    expect(framesOf(value)).toEqual([])
  })
})
