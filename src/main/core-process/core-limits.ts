import { getHeapStatistics } from 'node:v8'

import type { LogEntry } from '../dispatch/logger.ts'
import { CORE_HEAP_MB } from '../common/core-config.ts'

/** V8 counts three young half spaces, one of them for large objects, and the old space (Heap::MaxReserved). */
const EXPECTED_MB = CORE_HEAP_MB.old + 3 * CORE_HEAP_MB.semiSpace

const BYTES_PER_MB = 1024 * 1024

/**
 * What to write down when this process did not get the limits of `CORE_FLAGS`; null when it did. The heap's limit is
 * all that V8 tells of them: the flags for WebAssembly come by the same way, or not, and cannot be read back.
 */
export function limitsNotGot(
  limitBytes: number = getHeapStatistics().heap_size_limit,
): LogEntry | null {
  const got = Math.round(limitBytes / BYTES_PER_MB)
  return got === EXPECTED_MB
    ? null
    : { event: 'core-limits', code: `heap-mb:${got}:expected:${EXPECTED_MB}` }
}
