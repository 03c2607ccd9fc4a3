import jsQR from 'jsqr'
import { TOTP, URI } from 'otpauth'
import type { Locator } from 'playwright-core'

/** What a telephone reads of a picture on the screen: of the pixels that are shown, not of what drew them. */
export async function readPicture(picture: Locator): Promise<string> {
  const png = (await picture.screenshot()).toString('base64')
  const browser = picture.page().context().browser()
  if (browser === null) throw new Error('a page without a browser')
  const page = await browser.newPage()
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
    canvas?.drawImage(image, 0, 0)
    const data = canvas?.getImageData(0, 0, image.width, image.height).data ?? []
    return { pixels: [...data], width: image.width, height: image.height }
  }, png)
  await page.context().close()
  const found = jsQR(Uint8ClampedArray.from(pixels), width, height)
  if (found === null) throw new Error('no telephone reads this picture')
  return found.data
}

/** The app that scanned a picture: it knows nothing but what it read there. */
export function appOf(address: string): TOTP {
  const app = URI.parse(address)
  if (!(app instanceof TOTP)) throw new Error('not an app that goes by time')
  return app
}
