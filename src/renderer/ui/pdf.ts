import {
  getDocument,
  GlobalWorkerOptions,
  TextLayer,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerUrl

/** CSS pixels per PDF point at 100 %: a point is 1/72 inch, a CSS pixel 1/96. */
const PIXELS_PER_POINT = 96 / 72

/**
 * Starts reading a PDF. Letters embed their fonts and hold no scripts, forms or pictures that need a
 * decoder, so everything pdf.js could fetch or compile on the side stays off.
 */
export function openPdf(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    data: bytes,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
  })
}

export type DrawnPage = Readonly<{ element: HTMLElement; text: string }>

/**
 * Draws one page as the reader will see it, with its text over it for selection. `zoom` 1 is the
 * size on paper. The canvas is for the eye only; screen readers get the page's `text`.
 */
export async function drawPage(page: PDFPageProxy, zoom: number): Promise<DrawnPage> {
  const viewport = page.getViewport({ scale: zoom * PIXELS_PER_POINT })
  const density = window.devicePixelRatio
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width * density)
  canvas.height = Math.floor(viewport.height * density)
  canvas.style.inlineSize = `${viewport.width}px`
  canvas.style.blockSize = `${viewport.height}px`
  await page.render({
    canvas,
    viewport,
    ...(density === 1 ? {} : { transform: [density, 0, 0, density, 0, 0] }),
  }).promise

  const content = await page.getTextContent()
  const layer = document.createElement('div')
  layer.className = 'pdf-text'
  layer.style.setProperty('--total-scale-factor', String(viewport.scale))
  await new TextLayer({ textContentSource: content, container: layer, viewport }).render()

  const element = document.createElement('div')
  element.className = 'pdf-sheet'
  element.style.inlineSize = `${viewport.width}px`
  element.style.blockSize = `${viewport.height}px`
  element.setAttribute('aria-hidden', 'true')
  element.append(canvas, layer)
  const text = content.items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('')
  return { element, text }
}

/** The width on paper of the first page in CSS pixels, to fit it into the room there is. */
export async function paperWidth(pdf: PDFDocumentProxy): Promise<number> {
  const page = await pdf.getPage(1)
  return page.getViewport({ scale: PIXELS_PER_POINT }).width
}
