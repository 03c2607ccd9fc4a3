import { signIn } from '#test/e2e/kit/board.ts'
import { launchChromium, openDesk } from '#test/e2e/kit/desk.ts'
import { startHost } from '#test/e2e/kit/host.ts'
import { DEMO_CHAIR, SCREENS } from '#test/e2e/kit/screens.ts'
const host = await startHost({ demo: true })
const browser = await launchChromium('/usr/bin/chromium')
const desk = await openDesk(browser, host)
await signIn(desk, DEMO_CHAIR)
for (const name of process.argv.slice(2)) {
  await SCREENS.find((s) => s.name === name)?.open(desk)
  await desk.page.waitForTimeout(700)
  await desk.page.screenshot({ path: `/tmp/s-${name}.png` })
}
await browser.close(); await host.stop()
