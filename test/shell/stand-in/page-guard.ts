import type { EventEmitter } from 'node:events'

import type { Session as Cdp } from './cdp.ts'
import { chromium } from './chromium.ts'
import { prevented } from './preventable.ts'
import type { Session } from './session.ts'

/** What the doors of a page need to know of it. */
export type GuardedPage = Readonly<{
  targetId: string
  mainFrame: string
  session: Session
  contents: EventEmitter & {
    openHandler: (details: { url: string }) => { action: 'allow' | 'deny' }
  }
  toApp: (url: string) => string
  /** Whether the program itself is loading a page: that asks nobody. */
  isOwnLoad: () => boolean
}>

/** Shows every request, navigation, window and download of a page to the program first, in Electron's order. */
export async function guardPage(page: Cdp, guarded: GuardedPage): Promise<void> {
  page.on('Fetch.requestPaused', ({ requestId, request, frameId, resourceType, ...rest }) => {
    const url = guarded.toApp(request.url)
    const stop = async (errorReason: 'Aborted' | 'BlockedByClient') =>
      page.send('Fetch.failRequest', { requestId, errorReason })
    const decide = async (): Promise<unknown> => {
      const isRedirect = rest.redirectedRequestId !== undefined
      if (resourceType === 'Document' && !mayNavigate(guarded, url, frameId, isRedirect)) {
        return stop('Aborted')
      }
      if (!(await guarded.session.allows(url))) return stop('BlockedByClient')
      return page.send('Fetch.continueRequest', { requestId })
    }
    decide().catch(() => undefined)
  })
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
  await guardBrowser(guarded)
}

function mayNavigate(
  { contents, mainFrame, isOwnLoad }: GuardedPage,
  url: string,
  frameId: string,
  isRedirect: boolean,
): boolean {
  const isMainFrame = frameId === mainFrame
  const facts = { url, isMainFrame, isSameDocument: false }
  if (isRedirect) return !prevented(contents, 'will-redirect', facts)
  if (isMainFrame && isOwnLoad()) return true
  const stopped = isMainFrame && prevented(contents, 'will-navigate', facts)
  return !prevented(contents, 'will-frame-navigate', facts) && !stopped
}

/** Asks the program about a window that its page wants. None is ever made here. */
export function askForWindow(
  { openHandler }: Pick<GuardedPage['contents'], 'openHandler'>,
  url: string,
): void {
  const { action } = openHandler({ url })
  if (action === 'allow') throw new Error('The stand-in opens no window that a page asked for.')
}

/** New windows and downloads are told by the browser, not by the page. */
async function guardBrowser(guarded: GuardedPage): Promise<void> {
  const { targetId, mainFrame, session, contents, toApp } = guarded
  const { root } = await chromium()
  root.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.openerId !== targetId) return
    askForWindow(contents, toApp(targetInfo.url))
    void root.send('Target.closeTarget', { targetId: targetInfo.targetId })
  })
  root.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename, frameId }) => {
    if (frameId !== mainFrame) return
    const item = { getURL: () => toApp(url), getFilename: () => suggestedFilename }
    if (!prevented(session, 'will-download', {}, item, contents)) {
      throw new Error('The stand-in saves no download of a page.')
    }
    void root.send('Browser.cancelDownload', { guid }).catch(() => undefined)
  })
  await root.send('Target.setDiscoverTargets', { discover: true })
  await root.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
}
