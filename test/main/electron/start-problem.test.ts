import { describe, expect, it } from 'vitest'

import { DomainError } from '#core/kernel/errors.ts'
import { shellMessages } from '#main/electron/messages.ts'
import { startProblemDialog, startProblemOf } from '#main/electron/start-problem.ts'

function system(code: string): Error {
  return Object.assign(new Error(`${code}: C:\\Users\\Trần Thị B\\x`), { code })
}

describe('a start that failed', () => {
  it.each([
    [system('ENOENT'), 'PROGRAM_INCOMPLETE', 'ENOENT'],
    [system('ENOSPC'), 'DISK_FULL', 'ENOSPC'],
    [system('EACCES'), 'READ_ONLY', 'EACCES'],
    [system('EROFS'), 'READ_ONLY', 'EROFS'],
    [system('EIO'), 'DATA_FOLDER_UNFIT', 'EIO'],
    [system('EMFILE'), 'DATA_FOLDER_UNFIT', 'EMFILE'],
    [system('EDEADLK'), 'OTHER', 'EDEADLK'],
    [new DomainError('DISK_FULL'), 'DISK_FULL', 'DISK_FULL'],
    [new DomainError('CORE_RESTARTED'), 'OTHER', 'CORE_RESTARTED'],
    [new TypeError('Trần Thị B'), 'OTHER', 'TypeError'],
    ['nothing', 'OTHER', ''],
  ])('by %s is %s', (error, problem, code) => {
    expect(startProblemOf(error)).toEqual({ problem, code })
  })

  it.each(['vi', 'en'] as const)(
    'is told in %s with reason, code, log and ways out',
    (language) => {
      const messages = shellMessages(language)
      const told = startProblemDialog(system('ENOSPC'), messages, '~/logs/hoi-am.log')
      expect(told.answers).toEqual(['choose-folder', 'open-log', 'quit'])
      expect(told.dialog.buttons).toHaveLength(3)
      expect(told.dialog).toMatchObject({ message: messages.startProblem.DISK_FULL, cancelId: 2 })
      expect(told.dialog.detail).toContain('ENOSPC')
      expect(told.dialog.detail).toContain('~/logs/hoi-am.log')
      expect(JSON.stringify(told)).not.toContain('Trần')
    },
  )

  it('offers another folder only where the folder is at fault', () => {
    const { answers } = startProblemDialog(system('ENOENT'), shellMessages('vi'), 'log')
    expect(answers).toEqual(['open-log', 'quit'])
  })
})
