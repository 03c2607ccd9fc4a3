import { assertNever } from '#core/kernel/errors.ts'
import type { HostMessage } from '#shared/protocol/core-messages.ts'

import { sealTo } from '../common/sealed-line.ts'

/** A message that the core answers. */
export type CallMessage = Extract<HostMessage, { type: 'request' | 'upload' | 'download' }>

/** The message as it goes over the channel: what people typed or sent is sealed to the core. */
export function sealed(message: CallMessage, sealedTo: Uint8Array): CallMessage {
  switch (message.type) {
    case 'request':
      return { ...message, input: sealTo(sealedTo, message.input) }
    case 'upload':
      return { ...message, bytes: sealTo(sealedTo, message.bytes) }
    case 'download':
      return message
    default:
      return assertNever(message)
  }
}

/** What somebody typed, a password too, is not kept by the host longer than it must. */
export function wipe(message: CallMessage): void {
  if (message.type === 'request') message.input.fill(0)
  if (message.type === 'upload') message.bytes.fill(0)
}
