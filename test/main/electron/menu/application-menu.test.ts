import { beforeEach, expect, it, vi } from 'vitest'

import { createApplicationMenu } from '#main/electron/menu/application-menu.ts'
import { shellMessages } from '#main/electron/messages.ts'

const electron = vi.hoisted(() => ({ menus: [] as object[], about: [] as object[] }))
vi.mock('electron', () => ({
  app: { setAboutPanelOptions: (options: object) => electron.about.push(options) },
  Menu: {
    buildFromTemplate: (template: object) => template,
    setApplicationMenu: (menu: object) => electron.menus.push(menu),
  },
}))

let language: 'vi' | 'en' = 'vi'
const make = () =>
  createApplicationMenu({
    platform: 'win32',
    packaged: true,
    version: '1.2.3',
    messages: () => shellMessages(language),
    run: () => undefined,
    zoom: () => undefined,
    help: [],
  })

beforeEach(() => {
  language = 'vi'
  electron.menus = []
  electron.about = []
})

it('says what the program is, its version and whose it is', () => {
  make()
  expect(electron.about).toEqual([
    {
      applicationName: 'Hồi Âm',
      applicationVersion: '1.2.3',
      copyright: 'Ban quản trị website',
      version: '',
    },
  ])
})

it('is shown anew when what it shows is another, and left alone when not', () => {
  const menu = make()
  menu.enable([])
  menu.refresh()
  expect(electron.menus).toHaveLength(1)
  menu.enable(['letters', 'today'])
  menu.enable(['today', 'letters'])
  expect(electron.menus).toHaveLength(2)
  menu.enable(['today', 'audit'])
  expect(electron.menus).toHaveLength(3)
  language = 'en'
  menu.refresh()
  expect(electron.menus).toHaveLength(4)
  expect(JSON.stringify(electron.menus.at(-1))).toContain(
    '"id":"audit","label":"Journal","enabled":true',
  )
  expect(electron.about.at(-1)).toMatchObject({ copyright: 'The management board of the website' })
})
