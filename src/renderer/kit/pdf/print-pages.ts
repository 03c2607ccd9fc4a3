import { createPdfReader, paintPage } from './pdf.ts'

/** Fine enough for a laser printer's text; a page of A4 is 2480 × 3508 dots. */
const DOTS_PER_INCH = 300

/** CSS knows one inch as 96 pixels. */
const DENSITY = DOTS_PER_INCH / 96

/**
 * Letters are A4. The sheet ends a tenth of a millimetre before the page does: a length that only just
 * fits is rounded up by some printer drivers, and every page would be followed by a blank one.
 */
const STYLE = `
@page { size: 210mm 297mm; margin: 0; }
@media screen { .print-pages { display: none; } }
@media print {
  html, body {
    display: block !important;
    height: auto !important;
    margin: 0 !important;
    background: #fff !important;
    color-scheme: only light !important;
  }
  body > :not(.print-pages) { display: none !important; }
  .print-pages > div {
    width: 210mm;
    height: 296.9mm;
    overflow: hidden;
    break-inside: avoid;
  }
  .print-pages > :not(:last-child) { break-after: page; }
  .print-pages img { display: block; width: 210mm; height: 297mm; }
}`

/** What shows that somebody is back at the window after the dialog. */
const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown'] as const

let last: Promise<void> = Promise.resolve()

/**
 * Prints a letter at its true size, without a PDF plug-in, the same in Electron and the browser: the
 * pages are painted and given to the print dialog of the system. Done when the dialog is closed, by
 * printing or cancelling (no browser tells which), and nothing of the letter is left in the window.
 * One print at a time. Raises what reading the PDF raises; then no dialog was shown.
 */
export function printPdf(bytes: Uint8Array): Promise<void> {
  last = last.catch(() => undefined).then(() => print(bytes))
  return last
}

async function print(bytes: Uint8Array): Promise<void> {
  const focused = document.activeElement
  const style = document.createElement('style')
  style.textContent = STYLE
  const paper = document.createElement('div')
  paper.className = 'print-pages'
  paper.setAttribute('aria-hidden', 'true')
  const addresses: string[] = []
  try {
    document.head.append(style)
    document.body.append(paper)
    for await (const picture of pictures(bytes)) {
      const address = URL.createObjectURL(picture)
      addresses.push(address)
      const sheet = document.createElement('div')
      const image = document.createElement('img')
      sheet.append(image)
      paper.append(sheet)
      await loaded(image, address)
    }
    await dialogClosed()
  } finally {
    paper.remove()
    style.remove()
    for (const address of addresses) URL.revokeObjectURL(address)
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}

/** The pages as pictures, one after another on one canvas: a page of raw dots takes 35 MB. */
async function* pictures(bytes: Uint8Array): AsyncGenerator<Blob> {
  const reader = createPdfReader()
  const canvas = document.createElement('canvas')
  try {
    const pdf = await reader.open(bytes)
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      await paintPage({ pdf, page, canvas, zoom: 1, density: DENSITY, purpose: 'paper' })
      yield await pictureOf(canvas)
    }
  } finally {
    reader.close()
    canvas.width = 0
  }
}

function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('a page to print could not be made a picture'))
      else resolve(blob)
    }, 'image/png')
  })
}

function loaded(image: HTMLImageElement, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    image.addEventListener('load', () => resolve(), { once: true })
    image.addEventListener('error', () => reject(new Error('a page to print did not load')), {
      once: true,
    })
    image.src = address
  })
}

/**
 * Shows the print dialog. `afterprint` says that it is closed, but Electron may never send it
 * (electron/electron#19685): then the first sign of life after it does.
 */
function dialogClosed(): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController()
    const { signal } = listening
    const done = (): void => {
      listening.abort()
      resolve()
    }
    window.addEventListener('afterprint', done, { signal })
    window.print()
    for (const type of SIGNS_OF_LIFE) {
      window.addEventListener(type, done, { signal, capture: true })
    }
  })
}
