import { parentPort, workerData } from 'node:worker_threads'

import { assertNever, DomainError } from '#core/kernel/errors.ts'

import { mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { mapDatabaseError } from '../db/db-errors.ts'
import {
  placeThreadData,
  placeThreadOrder,
  type PlaceThreadAnswer,
  type PlaceThreadOrder,
} from './place-messages.ts'
import { createPlaceWriter, type PlaceFound } from './place-writer.ts'

// The carrying thread: does what it is told in a second place, which may take as long as it likes, and says how it
// went. place-thread.ts starts it, and leaves it behind when somebody cannot wait.

const port = parentPort
if (port === null) throw new Error('this module is the entry of a worker thread')

const data = placeThreadData.parse(workerData)
const writer = createPlaceWriter(data)

port.on('message', (value: unknown) => {
  void carryOut(placeThreadOrder.parse(value)).then((answer) => port.postMessage(answer))
})

async function carryOut(order: PlaceThreadOrder): Promise<PlaceThreadAnswer> {
  try {
    return { type: 'done', found: await perform(order) }
  } catch (error) {
    const ofSqlite = systemCodeOf(error)?.startsWith('SQLITE_') === true
    const mapped = ofSqlite ? mapDatabaseError(error) : mapFileError(error)
    return { type: 'failed', code: mapped instanceof DomainError ? mapped.code : 'INTERNAL' }
  }
}

async function perform(order: PlaceThreadOrder): Promise<PlaceFound | null> {
  switch (order.do) {
    case 'open':
      return writer.open()
    case 'base':
      await writer.base(order.end)
      return null
    case 'adopt':
      await writer.adopt(order.at)
      return null
    case 'ship':
      await writer.ship(order.end, order.files)
      return null
    case 'cut':
      await writer.cut(order.from, order.tail, order.at)
      return null
    case 'rest':
      await writer.rest(order.at)
      return null
    default:
      return assertNever(order)
  }
}
