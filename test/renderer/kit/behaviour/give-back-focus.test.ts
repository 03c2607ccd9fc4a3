// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'

import { giveBackFocus } from '#renderer/kit/behaviour/give-back-focus.ts'

beforeEach(() => {
  document.body.innerHTML = `
    <main tabindex="-1"><button>Ghi lại</button>
      <table><tr tabindex="-1"></tr><tr tabindex="0"></tr></table>
    </main>`
})

const one = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`nothing is ${selector}`)
  return found
}

it('goes back to where it was', () => {
  giveBackFocus(one('button'))
  expect(document.activeElement).toBe(one('button'))
})

it('goes to the row where Tab comes in, when what had it has left the page', () => {
  const before = one('button')
  before.remove()
  giveBackFocus(before)
  expect(document.activeElement).toBe(one('tr[tabindex="0"]'))
})

it('goes to the page where there is no list, or where nothing had it', () => {
  one('table').remove()
  giveBackFocus(null)
  expect(document.activeElement).toBe(one('main'))
})
