import { call, download } from '#renderer/api.ts'
import { printPdf } from '#renderer/kit/pdf/print-pages.ts'

import { requirePrinter } from '../../composables/require-printer.ts'

/** Prints the stored bytes of an issued letter; that it was printed is on record before the dialog opens. */
export async function printLetter(id: string): Promise<void> {
  await requirePrinter()
  const { ticket } = await call('letters.print', { id })
  const blob = await download(ticket)
  await printPdf(new Uint8Array(await blob.arrayBuffer()))
}
