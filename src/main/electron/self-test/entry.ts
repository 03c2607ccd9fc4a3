import { programFiles } from '../../host/host-files.ts'
import { startSelfTest } from './run.ts'

/**
 * The program's entry in a build for the self-test (HOI_AM_SELF_TEST=1, electron.vite.config.ts): with `--self-test` it
 * proves itself and ends, else it is the program. A normal build starts at src/main/index.ts and knows nothing of this.
 */
if (process.argv.includes('--self-test')) startSelfTest(programFiles(import.meta.url))
else await import('../../index.ts')
