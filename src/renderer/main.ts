import { z } from 'zod'

import { installTrustedTypes } from './trusted-types.ts'

installTrustedTypes()
// zod would otherwise try `new Function`, which the page's policy refuses and reports.
z.config({ jitless: true })

// Only now the rest: shared chunks are evaluated before the module that imports them, and no library may
// write markup, nor zod build a schema, before the two lines above.
void import('./start.ts')
