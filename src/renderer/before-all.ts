import { z } from 'zod'

import { installTrustedTypes } from './trusted-types.ts'

// Imported before everything else: no library may write markup, and zod build no schema, without it.
installTrustedTypes()
// zod would otherwise try `new Function`, which the page's policy refuses and reports.
z.config({ jitless: true })
