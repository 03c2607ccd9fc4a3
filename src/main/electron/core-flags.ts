import { CORE_FLAGS } from '../common/core-config.ts'

/**
 * The core's flags as a utility process takes them. Electron hands `execArgv` to Chromium as switches, and of those
 * V8 is told only what stands in `js-flags` (shell/browser/javascript_environment.cc): given one by one they would
 * be taken and do nothing.
 */
export const UTILITY_FLAGS = [`--js-flags=${CORE_FLAGS.join(' ')}`] as const
