import type { SameKeys } from '../shape.ts'
import type { supportMessages as vi } from '../vi/support.ts'

export const supportMessages = {
  title: 'When help is needed',
  help: 'When you report a fault, send the log or the support information along. Neither holds personal data.',
  openLog: 'Open the log',
  copy: 'Copy support information',
  copied: 'Support information copied. Paste it into the message to whoever helps you.',
} as const satisfies SameKeys<typeof vi>
