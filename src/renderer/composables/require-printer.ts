import { ApiError, call } from '../api.ts'
import { electronShell } from './in-electron.ts'

/**
 * Refuses to print where there is nothing to print on: the dialog would fail without a word there. A browser says so
 * by itself.
 * @throws ApiError NO_PRINTER.
 */
export async function requirePrinter(): Promise<void> {
  if ((await electronShell()) === null) return
  const { any } = await call('host.printers', {})
  if (!any) throw new ApiError({ code: 'NO_PRINTER' })
}
