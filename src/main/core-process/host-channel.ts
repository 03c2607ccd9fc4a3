import type { CoreMessage, HostMessage } from '#shared/protocol/core-messages.ts'
import { type ParentChannel, parentChannel } from '../common/parent-channel.ts'

/** The line between the core process and whichever host started it. Raises when nobody did. */
export function hostChannel(): ParentChannel<HostMessage, CoreMessage> {
  return parentChannel(isHostMessage)
}

/** A host is trusted, and what people sent with it is parsed where it is used. */
function isHostMessage(value: unknown): value is HostMessage {
  return typeof value === 'object' && value !== null && 'type' in value
}
