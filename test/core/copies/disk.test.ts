import { describe, expect, it } from 'vitest'

import { diskState, hasRoomForCopy, reserveAct, RESERVE_BYTES } from '#core/copies/disk.ts'

const MB = 1024 * 1024

describe('how the disk stands', () => {
  it.each([
    ['much room', 10_000, 40, true, 'ample'],
    ['just enough', 500, 40, true, 'ample'],
    ['a little less than enough', 499, 40, true, 'low'],
    ['enough for a small board, not for two copies of a large one', 700, 400, true, 'low'],
    ['little, with the reserve', 1, 40, true, 'low'],
    ['much room, before the reserve is written', 10_000, 40, false, 'ample'],
    ['the room of the reserve, which was given up', 32, 40, false, 'full'],
    ['not yet twice the reserve', 63, 40, false, 'full'],
    ['twice the reserve', 64, 40, false, 'low'],
  ])('%s (%i MB free, a board of %i MB, reserve %s) is %s', (_, free, board, reserved, state) => {
    expect(diskState({ free: free * MB, board: board * MB, reserved })).toBe(state)
  })
})

describe('the reserve', () => {
  it.each([
    ['nothing is free', 0, true, 'giveUp'],
    ['a database could not be opened', MB - 1, true, 'giveUp'],
    ['there is a little', MB, true, 'leave'],
    ['its room is what there is', RESERVE_BYTES, false, 'leave'],
    ['there is as much to go on with', 2 * RESERVE_BYTES, false, 'takeBack'],
  ])('while %s (%i bytes free, kept %s): %s', (_, free, reserved, act) => {
    expect(reserveAct({ free, reserved })).toBe(act)
  })
})

it.each([
  [131, 100, false],
  [132, 100, true],
])('with %i MB free a board of %i MB may be copied: %s', (free, board, may) => {
  expect(hasRoomForCopy({ free: free * MB, board: board * MB })).toBe(may)
})
