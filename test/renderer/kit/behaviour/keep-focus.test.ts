// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { isFocusLost, keepFocus } from '#renderer/kit/behaviour/keep-focus.ts'

let end: () => void

beforeEach(() => {
  document.body.innerHTML = '<main tabindex="-1"><section><ul></ul></section></main>'
  end = keepFocus(document)
})
afterEach(() => end())

function one(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`nothing is ${selector}`)
  return found
}

/** Draws a part anew, as the window does after an act, and lets the page notice. */
async function draw(selector: string, markup: string): Promise<void> {
  one(selector).innerHTML = markup
  await new Promise((resolve) => setTimeout(resolve))
}

const ROW = '<li><p></p><div><button>Ghi nhận đã xong</button><button>Sửa</button></div></li>'
const FORM = '<li><p></p><form><input class="day"><button type="submit">Lưu</button></form></li>'

describe('the focus of what left the page', () => {
  it.each<[string, string, string, string, string]>([
    ['a button that gave way to a form', ROW, 'button', FORM, '.day'],
    [
      'a form with a choice made',
      ROW,
      'button',
      '<li><form><input type="radio" name="a"><input type="radio" name="a" class="on" checked></form></li>',
      '.on',
    ],
    [
      'an act that another one follows',
      '<li><button class="n-button--primary-type">Duyệt</button></li>',
      'button',
      '<li><button>Mở lại</button><button class="n-button--primary-type next">Ban hành</button></li>',
      '.next',
    ],
    [
      'an act that only its opposite follows',
      '<li><button>Bỏ</button></li>',
      'button',
      '<li><button>Làm lại</button></li>',
      'section',
    ],
    ['a row that went', ROW, 'button', '', 'section'],
  ])('%s', async (_what, before, held, after, heir) => {
    await draw('ul', before)
    one(held).focus()
    await draw('ul', after)
    expect(document.activeElement).toBe(one(heir))
  })

  it('goes back to the button that had opened the form, drawn anew', async () => {
    await draw('ul', ROW)
    one('li div button:last-child').focus()
    await draw('ul', FORM)
    expect(document.activeElement).toBe(one('.day'))
    await draw('ul', ROW)
    expect(document.activeElement).toBe(one('li div button:last-child'))
  })

  it('counts as lost until somebody moves it on: a part that knows better may take it', async () => {
    await draw('ul', '<li><button>Bỏ</button></li>')
    one('button').focus()
    expect(isFocusLost()).toBe(false)
    await draw('ul', '<li><button>Làm lại</button></li>')
    expect(document.activeElement).toBe(one('section'))
    expect(isFocusLost()).toBe(true)
    one('button').focus()
    expect(isFocusLost()).toBe(false)
  })

  it('goes to the page where the whole part went', async () => {
    await draw('ul', ROW)
    one('button').focus()
    await draw('main', '<article><button>Khác</button></article>')
    expect(document.activeElement).toBe(one('main'))
  })

  it('goes to the first field of a form whose button went grey', async () => {
    await draw('ul', FORM)
    one('[type=submit]').focus()
    one('[type=submit]').setAttribute('disabled', '')
    await new Promise((resolve) => setTimeout(resolve))
    expect(document.activeElement).toBe(one('.day'))
  })
})
