import type { LogFacts } from './log-entry.ts'

export type SupportFacts = Readonly<{
  program: LogFacts
  /** The system's language, such as `vi-VN`. */
  language: string
  engine: 'sqlite' | 'postgres'
  /** Size of the data folder, as people read it. */
  size: string
  /** The last lines of the log, oldest first. */
  log: readonly string[]
}>

export type SupportWords = Readonly<
  Record<'title' | 'program' | 'system' | 'language' | 'engine' | 'size' | 'log', string>
>

/** What support asks for, as one text to send. Holds nothing about anybody: the log does not either. */
export function supportReport(facts: SupportFacts, words: SupportWords): string {
  const { version, platform, arch, system, ...versions } = facts.program
  const inside = Object.entries(versions).map(([name, value]) => `${name} ${String(value)}`)
  return [
    words.title,
    `${words.program}: Hồi Âm ${String(version)} (${inside.join(', ')})`,
    `${words.system}: ${String(platform)} ${String(system)} ${String(arch)}`,
    `${words.language}: ${facts.language}`,
    `${words.engine}: ${facts.engine}`,
    `${words.size}: ${facts.size}`,
    '',
    `${words.log}:`,
    ...facts.log,
    '',
  ].join('\n')
}
