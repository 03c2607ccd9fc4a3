import type { PDFDocumentProxy } from 'pdfjs-dist'
import {
  computed,
  onBeforeUnmount,
  onMounted,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue'

import { newestOnly, type Turn } from '../behaviour/newest.ts'
import { createSheet, type Sheet } from './pdf-sheet.ts'
import { byNearness, onDensityChange, sharp, whenQuiet, type Nearness } from './pdf-view.ts'
import {
  createPdfReader,
  layText,
  paintPage,
  readText,
  screenSize,
  type ScreenSize,
} from './pdf.ts'
import { ZOOM_STEPS } from './zoom.ts'

/** Room left and right of the sheet, in CSS pixels. */
const MARGIN = 24

/** The largest size that fitting chooses by itself; 1 is the size on paper. */
const LARGEST_FIT = 1.5

/** How many pages out of view are kept painted: a letter has fewer, a file from outside hundreds. */
const KEPT_READY = 6

type Options = Readonly<{
  bytes: () => Uint8Array | null
  /** The size that was chosen, null to fit the room there is. */
  chosen: () => number | null
  /** What scrolls, and within it what the sheets are put into. */
  scroller: Readonly<ShallowRef<HTMLElement | null>>
  holder: Readonly<ShallowRef<HTMLElement | null>>
  /** Every page in view shows these bytes now. */
  drawn: (bytes: Uint8Array) => void
}>

export type PdfSheets = Readonly<{
  /** The size shown; 1 is the size on paper. */
  zoom: ComputedRef<number>
  /** How many pages there are. */
  count: Readonly<Ref<number>>
  /** What the pages say, for screen readers; follows the picture when things are quiet. */
  texts: Readonly<ShallowRef<readonly string[]>>
  error: Readonly<ShallowRef<unknown>>
}>

/** What is on the sheets. `edition` counts the documents, so that pictures of two are told apart. */
type Shown = Readonly<{
  bytes: Uint8Array
  pdf: PDFDocumentProxy
  edition: number
  /** The pages whose text is in `texts`, and those whose text lies over their picture. */
  heard: Set<number>
  covered: Set<number>
}>

/**
 * Keeps sheets of paper showing the newest bytes: pages in view first and each as soon as it is painted,
 * then those around, then the text to select and to read aloud once nothing new has come for a moment.
 */
export function usePdfSheets(options: Options): PdfSheets {
  const reader = createPdfReader()
  const fitted = ref(1)
  const count = ref(0)
  const texts = shallowRef<readonly string[]>([])
  const error = shallowRef<unknown>(null)
  const zoom = computed(() => options.chosen() ?? fitted.value)
  const sheets: Sheet[] = []
  /** Sizes on paper by page, as far as known; an unknown page counts as large as the first. */
  const papers: ScreenSize[] = []
  let shown: Shown | null = null
  let refused: Uint8Array | null = null
  let scale = 1
  let room = 0

  const drawing = newestOnly(async (turn) => {
    try {
      await draw(turn)
    } catch (failure) {
      if (!turn.dropped.aborted) error.value = failure
    }
  })

  async function draw(turn: Turn): Promise<void> {
    const bytes = options.bytes()
    if (bytes === null) return takeAway()
    const now = await open(bytes)
    if (now === null) return
    const { inView, around } = await layOut(now.pdf)
    for (const index of inView) await paint(now, index, turn.dropped)
    if (turn.dropped.aborted) return
    if (now.bytes === bytes) {
      error.value = null
      options.drawn(bytes)
    }
    for (const index of around.slice(0, KEPT_READY)) await paint(now, index, turn.overtaken)
    for (const index of around.slice(KEPT_READY)) {
      sheets[index]?.clear()
      now.covered.delete(index)
    }
    if (await whenQuiet(turn.overtaken)) await read(now, turn.overtaken)
  }

  /** These bytes to paint, or, when they cannot be read, still the ones before them. */
  async function open(bytes: Uint8Array): Promise<Shown | null> {
    if (shown?.bytes === bytes || refused === bytes) return shown
    try {
      const pdf = await reader.open(bytes)
      const edition = (shown?.edition ?? 0) + 1
      shown = { bytes, pdf, edition, heard: new Set(), covered: new Set() }
      refused = null
    } catch (failure) {
      refused = bytes
      error.value = failure
    }
    return shown
  }

  function takeAway(): void {
    for (const sheet of sheets.splice(0)) sheet.element.remove()
    shown = null
    count.value = 0
    texts.value = []
  }

  /** Puts as many sheets of the right size as there are pages, and says which to paint. */
  async function layOut(pdf: PDFDocumentProxy): Promise<Nearness> {
    const first = await pdf.getPage(1)
    papers[0] = screenSize(first, 1)
    fitted.value = fit(papers[0].width)
    for (const surplus of sheets.splice(pdf.numPages)) surplus.element.remove()
    while (sheets.length < pdf.numPages) {
      const sheet = createSheet()
      sheets.push(sheet)
      options.holder.value?.append(sheet.element)
    }
    sheets.forEach(resize)
    keepPlace()
    count.value = pdf.numPages
    const before = look()
    const wanted = [...before.inView, ...before.around.slice(0, KEPT_READY)]
    const pages = await Promise.all(wanted.map((index) => pdf.getPage(index + 1)))
    for (const page of pages) papers[page.pageNumber - 1] = screenSize(page, 1)
    sheets.forEach(resize)
    return look()
  }

  function resize(sheet: Sheet, index: number): void {
    const { width, height } = papers[index] ?? papers[0] ?? { width: 0, height: 0 }
    const size = { width: width * zoom.value, height: height * zoom.value }
    sheet.resize(sharp(size, window.devicePixelRatio), zoom.value)
  }

  /** The same lines stay in view at another size. */
  function keepPlace(): void {
    const scroller = options.scroller.value
    if (scroller !== null && scale !== zoom.value) scroller.scrollTop *= zoom.value / scale
    scale = zoom.value
  }

  function look(): Nearness {
    const scroller = options.scroller.value
    const view = { start: scroller?.scrollTop ?? 0, size: scroller?.clientHeight ?? 0 }
    return byNearness(
      view,
      sheets.map(({ element }) => ({ start: element.offsetTop, size: element.offsetHeight })),
    )
  }

  function picture(edition: number): string {
    return [edition, zoom.value, window.devicePixelRatio].join(' ')
  }

  async function paint(now: Shown, index: number, signal: AbortSignal): Promise<void> {
    const sheet = sheets[index]
    const name = picture(now.edition)
    if (sheet === undefined || sheet.shows(name) || signal.aborted) return
    const canvas = sheet.easel()
    const page = await now.pdf.getPage(index + 1)
    const painted = await paintPage({
      pdf: now.pdf,
      page,
      canvas,
      zoom: zoom.value,
      density: window.devicePixelRatio,
      purpose: 'screen',
      signal,
    })
    if (painted) sheet.show(canvas, name)
  }

  async function read(now: Shown, signal: AbortSignal): Promise<void> {
    texts.value = texts.value.slice(0, now.pdf.numPages)
    for (const [index, sheet] of sheets.entries()) {
      const painted = sheet.shows(picture(now.edition))
      if (now.heard.has(index) && (!painted || now.covered.has(index))) continue
      const page = await now.pdf.getPage(index + 1)
      const text = await readText(page)
      if (signal.aborted) return
      if (texts.value[index] !== text.text) {
        texts.value = [...texts.value.slice(0, index), text.text, ...texts.value.slice(index + 1)]
      }
      now.heard.add(index)
      if (!painted) continue
      // The same words at the same places: a selection made in them stays.
      if (!sheet.isCoveredWith(text.key)) sheet.cover(await layText(page, text), text.key)
      now.covered.add(index)
    }
  }

  function fit(width: number): number {
    const space = (options.scroller.value?.clientWidth ?? width) - 2 * MARGIN
    return Math.min(Math.max(space / width, ZOOM_STEPS[0]), LARGEST_FIT)
  }

  const observer = new ResizeObserver(() => {
    const width = options.scroller.value?.clientWidth ?? 0
    if (width === room) return
    room = width
    if (options.chosen() === null) drawing.ask(true)
  })

  /** Pages far away are blank until they come into view. */
  function onScroll(): void {
    if (shown === null) return
    const name = picture(shown.edition)
    if (look().inView.some((index) => sheets[index]?.shows(name) === false)) drawing.ask()
  }

  const stopWatching = onDensityChange(() => drawing.ask(true))
  watch(options.bytes, () => drawing.ask())
  watch(options.chosen, () => drawing.ask(true))
  onMounted(() => {
    const scroller = options.scroller.value
    if (scroller !== null) {
      room = scroller.clientWidth
      observer.observe(scroller)
      scroller.addEventListener('scroll', onScroll, { passive: true })
    }
    drawing.ask()
  })
  onBeforeUnmount(() => {
    drawing.stop()
    stopWatching()
    observer.disconnect()
    reader.close()
  })

  return { zoom, count, texts, error }
}
