import { z } from 'zod'

// Imported before any schema is built: zod would otherwise try `new Function`, which the page's
// content security policy refuses and reports.
z.config({ jitless: true })
