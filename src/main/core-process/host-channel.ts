import type { CoreMessage, HostMessage } from '#shared/protocol/core-messages.ts'
import { type ParentChannel, parentChannel } from '../common/parent-channel.ts'
import { createLineEnd } from '../common/sealed-line.ts'

export type HostChannel = ParentChannel<HostMessage, CoreMessage> &
  /** To whom the host seals what people send; it is heard opened. */
  Readonly<{ sealedTo: Uint8Array }>

/** The line between the core process and whichever host started it. Raises when nobody did. */
export function hostChannel(): HostChannel {
  const channel = parentChannel<HostMessage, CoreMessage>(isHostMessage)
  const end = createLineEnd()
  return {
    ...channel,
    sealedTo: end.publicKey,
    onMessage: (listener) => channel.onMessage((message) => listener(opened(message))),
  }

  /** What is not sealed to this core is no input: it is heard as nothing at all, which no route takes. */
  function opened(message: HostMessage): HostMessage {
    const nothing = new Uint8Array()
    if (message.type === 'request') return { ...message, input: end.open(message.input) ?? nothing }
    if (message.type === 'upload') return { ...message, bytes: end.open(message.bytes) ?? nothing }
    return message
  }
}

/** A host is trusted, and what people sent with it is parsed where it is used. */
function isHostMessage(value: unknown): value is HostMessage {
  return typeof value === 'object' && value !== null && 'type' in value
}
