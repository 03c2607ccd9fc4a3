import { folderBytes } from '../host/files/found-boards.ts'
import type { LogFacts } from '../host/log/log-entry.ts'
import type { ProgramLog } from '../host/log/program-log.ts'
import { supportReport } from '../host/log/support-report.ts'
import { sizeIn } from './message-values.ts'
import type { ShellMessages } from './messages.ts'

export type SupportParts = Readonly<{
  messages: () => ShellMessages
  log: Pick<ProgramLog, 'path' | 'tail'>
  /** What the report for support begins with. */
  program: LogFacts
  dataDir: string
  engine: 'sqlite' | 'postgres'
  systemLanguage: string
  /** Opens the system's file manager on a path. */
  reveal: (path: string) => void
  copyText: (text: string) => void
}>

/** What helps whoever is asked for help: from the window, and from the menu when there is no window to ask in. */
export type Support = Readonly<{ openLog: () => void; copyReport: () => Promise<void> }>

/** How much of the log goes along with a report. */
const LINES_FOR_SUPPORT = 60

export function createSupport(parts: SupportParts): Support {
  const { log, program, engine, systemLanguage: language } = parts
  return {
    openLog: () => parts.reveal(log.path()),
    async copyReport() {
      const messages = parts.messages()
      const size = sizeIn(messages.locale, await folderBytes(parts.dataDir))
      const lines = log.tail(LINES_FOR_SUPPORT)
      const facts = { program, language, engine, size, log: lines }
      parts.copyText(supportReport(facts, messages.support))
    },
  }
}
