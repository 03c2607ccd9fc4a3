import { expect, it } from 'vitest'

import { can, ROLES } from '#core/people/permissions.ts'
import { messagesOf } from '#renderer/i18n/index.ts'
import {
  FIXED,
  fixedCommandsFor,
  menuCommandsFor,
} from '#renderer/frame/commands/fixed-commands.ts'
import { MENU_COMMANDS, WINDOW_COMMANDS } from '#shared/commands.ts'

const nobodyMay = (): boolean => false
const everybodyMay = (): boolean => true

it.each(ROLES)(
  'offers the role %s what the permissions table lets it do, in the palette’s order',
  (role) => {
    const offered = fixedCommandsFor((action) => can(role, action))
    const expected = FIXED.filter(({ action }) => action === null || can(role, action))
    expect(offered).toEqual(expected)
  },
)

it('offers nothing in the menu bar to nobody, whatever they may', () => {
  expect(menuCommandsFor(false, everybodyMay)).toEqual([])
})

it('offers somebody who may do nothing what needs no permission', () => {
  expect(menuCommandsFor(true, nobodyMay)).toEqual([
    'keys',
    'today',
    'settings',
    ...WINDOW_COMMANDS,
  ])
})

it('offers somebody who may do everything all there is', () => {
  expect(menuCommandsFor(true, everybodyMay).toSorted()).toEqual(MENU_COMMANDS.toSorted())
})

it.each(['vi', 'en'] as const)('has a word for each in %s', (language) => {
  const words = messagesOf(language)
  const word = (key: string): unknown =>
    key.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown>)[part], words)
  expect(FIXED.filter(({ label }) => typeof word(label) !== 'string')).toEqual([])
})
