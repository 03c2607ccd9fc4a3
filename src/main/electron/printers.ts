import type { WebContents } from 'electron'

/**
 * Whether the print dialog has anything to offer. Without a printer Chromium gives up without a word, except on
 * macOS, whose dialog also makes a PDF. Where the system cannot say, the dialog may try.
 */
export async function hasPrinter(
  contents: Pick<WebContents, 'getPrintersAsync'> | null,
  platform: NodeJS.Platform,
): Promise<boolean> {
  if (platform === 'darwin' || contents === null) return true
  try {
    return (await contents.getPrintersAsync()).length > 0
  } catch {
    return true
  }
}
