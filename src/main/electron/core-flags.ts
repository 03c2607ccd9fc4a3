import { CORE_FLAGS } from '../common/core-config.ts'

/**
 * Flags of V8 as a utility process takes them. Electron hands `execArgv` to Chromium as switches, and of those
 * V8 is told only what stands in `js-flags` (shell/browser/javascript_environment.cc): given one by one they would
 * be taken and do nothing.
 */
export function jsFlags(flags: readonly string[]): string {
  return `--js-flags=${flags.join(' ')}`
}

export const UTILITY_FLAGS = [jsFlags(CORE_FLAGS)] as const
