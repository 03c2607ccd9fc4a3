import {
  getDocument,
  GlobalWorkerOptions,
  PDFWorker,
  RenderingCancelledException,
  TextLayer,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerUrl

/** CSS pixels per PDF point at 100 %: a point is 1/72 inch, a CSS pixel 1/96. */
const PIXELS_PER_POINT = 96 / 72

/** More dots than this per page (64 MB) are not worth a poster's size: it is drawn coarser. */
const MAX_DOTS = 2 ** 24

/** How long a thread may take to let go of its document before it is ended as it is, in milliseconds. */
const CLOSING_TAKES = 2_000

/** One place to read PDFs, with a thread of its own that serves one document after another. */
export type PdfReader = Readonly<{
  /**
   * Reads a PDF and closes the one before it, which stays open when this one cannot be read. The
   * caller keeps its bytes. Raises what pdf.js raises, `InvalidPDFException` above all.
   */
  open(bytes: Uint8Array): Promise<PDFDocumentProxy>
  /** Ends the document and the thread, even one that is lost in a hostile file. */
  close(): void
}>

/**
 * Starts a thread for PDFs at once: it takes longer to start than to read a letter. Letters embed
 * their fonts and hold no scripts, forms or pictures that need a decoder, so everything pdf.js could
 * fetch or compile on the side stays off.
 */
export function createPdfReader(): PdfReader {
  const worker = new PDFWorker()
  // Closed before it had anything to read, it would fail with nobody listening.
  worker.promise.catch(() => undefined)
  let current: PDFDocumentLoadingTask | null = null

  return {
    async open(bytes) {
      const task = getDocument({
        // pdf.js takes the buffer over.
        data: bytes.slice(),
        worker,
        // Glyphs as outlines: a web font per letter would have the whole window measured anew at
        // every key stroke, and files from outside do not reach the browser's font parser.
        disableFontFace: true,
        useWasm: false,
        useWorkerFetch: false,
        useSystemFonts: false,
        enableXfa: false,
        stopAtErrors: false,
      })
      try {
        const pdf = await task.promise
        if (current !== null) void letGo(current)
        current = task
        return pdf
      } catch (failure) {
        void letGo(task)
        throw failure
      }
    },
    close() {
      const timer = setTimeout(end, CLOSING_TAKES)
      void (current === null ? Promise.resolve() : letGo(current)).then(end)

      function end(): void {
        clearTimeout(timer)
        worker.destroy()
      }
    },
  }
}

/** Gives back what a document holds. Whatever goes wrong: nobody waits for it any more. */
async function letGo(task: PDFDocumentLoadingTask): Promise<void> {
  await task.destroy().catch(() => undefined)
}

/** A size on the screen in CSS pixels. */
export type ScreenSize = Readonly<{ width: number; height: number }>

/** The size of a page; `zoom` 1 is the size on paper. */
export function screenSize(page: PDFPageProxy, zoom: number): ScreenSize {
  const { width, height } = page.getViewport({ scale: zoom * PIXELS_PER_POINT })
  return { width, height }
}

export type Painting = Readonly<{
  pdf: PDFDocumentProxy
  page: PDFPageProxy
  /** Takes the size of the picture in dots. Must not be in use for another painting. */
  canvas: HTMLCanvasElement
  /** 1 is the size on paper. */
  zoom: number
  /** Dots per CSS pixel. */
  density: number
  /** `screen` shows annotations as a reader does, `paper` as a printer does. */
  purpose: 'screen' | 'paper'
  signal?: AbortSignal
}>

/** Paints a page in steps between which the window lives on. False when `signal` ended it early. */
export async function paintPage(painting: Painting): Promise<boolean> {
  const { pdf, page, canvas, zoom, purpose, signal } = painting
  const asOnPaper = purpose === 'paper' || (await looksAsPrinted(pdf, page))
  if (signal?.aborted === true) return false
  const size = screenSize(page, zoom)
  const density = Math.min(
    painting.density,
    Math.sqrt(MAX_DOTS / Math.max(size.width * size.height, 1)),
  )
  canvas.width = Math.max(1, Math.floor(size.width * density))
  canvas.height = Math.max(1, Math.floor(size.height * density))
  const task = page.render({
    canvas,
    viewport: page.getViewport({ scale: zoom * PIXELS_PER_POINT }),
    // A render for the screen waits for the next frame at each of its steps, one for print does not.
    intent: asOnPaper ? 'print' : 'display',
    ...(density === 1 ? {} : { transform: [density, 0, 0, density, 0, 0] }),
  })
  // Without this a render for print would take its steps in one long task.
  if (asOnPaper) task.onContinue = (proceed: () => void) => setTimeout(proceed)
  const cancel = (): void => task.cancel()
  signal?.addEventListener('abort', cancel)
  try {
    await task.promise
    return true
  } catch (failure) {
    if (failure instanceof RenderingCancelledException) return false
    throw failure
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

async function looksAsPrinted(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<boolean> {
  const [annotations, layers] = await Promise.all([
    page.getAnnotations(),
    pdf.getOptionalContentConfig(),
  ])
  return annotations.length === 0 && [...layers].length === 0
}

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>

/** What a page says; two texts with the same `key` say the same at the same places. */
export type PageText = Readonly<{ content: TextContent; text: string; key: string }>

export async function readText(page: PDFPageProxy): Promise<PageText> {
  const content = await page.getTextContent()
  const text = content.items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('')
  const places = content.items.map((item) =>
    'str' in item ? [item.str, item.width, ...item.transform] : [],
  )
  return { content, text, key: JSON.stringify(places) }
}

/** Lays a page's text out as an invisible layer to select from; `scaleTextLayer` gives it its size. */
export async function layText(page: PDFPageProxy, { content }: PageText): Promise<HTMLElement> {
  const layer = document.createElement('div')
  layer.className = 'pdf-text'
  const viewport = page.getViewport({ scale: PIXELS_PER_POINT })
  await new TextLayer({ textContentSource: content, container: layer, viewport }).render()
  return layer
}

/** Fits a text layer to a page drawn at `zoom`. */
export function scaleTextLayer(layer: HTMLElement, zoom: number): void {
  layer.style.setProperty('--total-scale-factor', String(zoom * PIXELS_PER_POINT))
}
