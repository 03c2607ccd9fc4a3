import { expect, it } from 'vitest'

import { filesToTryAgain, type Report } from '../../scripts/second-try.ts'

type File = Report['testResults'][number]

const file = (name: string, statuses: readonly string[], message = ''): File => ({
  name,
  message,
  assertionResults: statuses.map((status) => ({ fullName: `${name} ${status}`, status })),
})

const report = (...testResults: readonly File[]): Report => ({
  success: false,
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  testResults: [...testResults],
})

it.each<[string, Report, readonly string[]]>([
  ['one of many', report(file('a', ['passed']), file('b', ['passed', 'failed'])), ['b']],
  ['two', report(file('a', ['failed']), file('b', ['failed', 'failed'])), ['a', 'b']],
  ['four are no chance', report(...['a', 'b', 'c', 'd'].map((n) => file(n, ['failed']))), []],
  ['one that does not load is no chance', report(file('a', [], 'no such module')), []],
  [
    'nor is it beside one that failed',
    report(file('a', [], 'no such module'), file('b', ['failed'])),
    [],
  ],
  ['nothing says what failed', report(file('a', ['passed'])), []],
])('what runs a second time: %s', (_what, found, files) => {
  expect(filesToTryAgain(found)).toEqual(files)
})
