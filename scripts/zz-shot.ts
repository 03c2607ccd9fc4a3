import { launchChromium, openWorkspace } from '../test/e2e/kit/desk.ts'
import { startHost } from '../test/e2e/kit/host.ts'
import { findChromium } from './chromium.ts'
import { makeDemoBoard } from '../test/setup/demo-board.ts'
import { signIn } from '../test/e2e/kit/board.ts'
import { DEMO_CHAIR } from '../test/e2e/kit/screens.ts'
const [,, lang='vi', dark='light', w='1280', ...paths] = process.argv
const done = makeDemoBoard()
const browser = await launchChromium(findChromium() as string)
const host = await startHost({ demo: true })
const desk = await openWorkspace(browser, host, { language: lang as 'vi', dark: dark==='dark', size: { width: Number(w), height: Number(w)===1280?720:1080 } } as never)
await signIn(desk, DEMO_CHAIR)
const ids = await desk.page.evaluate(async () => '')
void ids
for (const p of paths) {
  if (p.startsWith('KN-')) {
    await desk.page.keyboard.press('Control+K'); await desk.page.waitForTimeout(400)
    await desk.page.keyboard.type(p.split('/')[0]!); await desk.page.waitForTimeout(1500)
    await desk.page.keyboard.press('Enter'); await desk.page.waitForTimeout(2500)
    await desk.page.screenshot({ path: `/tmp/r/y-${lang}-${dark}-${w}-${p}.png` })
    continue
  }
  const u = new URL(desk.page.url())
  await desk.page.goto(u.origin + u.pathname + u.search + '#/' + p).catch(()=>{})
  await desk.page.waitForTimeout(2500)
  await desk.page.screenshot({ path: `/tmp/r/y-${lang}-${dark}-${w}-${p.replaceAll('/','_').slice(0,30)}.png` })
}
console.log(desk.page.url())
await desk.page.context().close(); await host.stop(); await browser.close(); done()
