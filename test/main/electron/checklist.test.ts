/** One test per item of Electron's security checklist (docs/tutorial/security.md), against what we configure. */
import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import packageJson from '../../../package.json' with { type: 'json' }
import { APP_START_URL, ownAddress, isAppUrl } from '#main/electron/app-origin.ts'
import { FUSES } from '#main/electron/fuses.ts'
import { navigationAllowed } from '#main/electron/navigation.ts'
import { permissionAllowed, requestAllowed } from '#main/electron/permissions.ts'
import { APP_SCHEME_PRIVILEGES } from '#main/electron/protocol.ts'
import { SESSION_PARTITION, webPreferences, windowOptions } from '#main/electron/window-options.ts'
import { CONTENT_SECURITY_POLICY } from '#main/host/security-policy.ts'

const preferences = webPreferences({ preload: '/p.cjs', packaged: true })

/** Every source file of ours with its text, comments left out. */
const sources = globSync('src/**/*.{ts,vue}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
}))

function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

describe("Electron's security checklist", () => {
  it('1: loads only its own content', () => {
    expect(APP_START_URL).toBe('app://hoi-am/')
    const foreign = ['', 'about:blank', 'https://ledu.vn/', 'app://other/', 'app://x@hoi-am/']
    for (const address of foreign) expect(ownAddress(address)).toBe(APP_START_URL)
    expect(ownAddress('app://hoi-am/#/thu')).toBe('app://hoi-am/#/thu')
    expect(filesWith(/\.loadURL\((?!APP_START_URL|ownAddress\()|\.loadFile\(/)).toEqual([])
  })

  it('2: gives the page no Node', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    })
  })

  it('3: keeps the preload script in a world of its own', () => {
    expect(preferences.contextIsolation).toBe(true)
  })

  it('4: puts every process of a page into the sandbox', () => {
    expect(preferences.sandbox).toBe(true)
    expect(filesWith(/app\.enableSandbox\(\)/)).toEqual([
      'src/main/electron/host.ts',
      // The self-test of a package, which shows no page at all.
      'src/main/electron/self-test/run.ts',
    ])
  })

  it.each(['media', 'geolocation', 'clipboard-read', 'fullscreen', 'hid', 'usb'])(
    '5: denies the permission %s',
    (permission) => {
      expect(permissionAllowed(permission, APP_START_URL)).toBe(false)
    },
  )

  it.each(['clipboard-sanitized-write', 'notifications'])(
    '5: allows %s, to our own page alone',
    (permission) => {
      expect(permissionAllowed(permission, APP_START_URL)).toBe(true)
      expect(permissionAllowed(permission, 'https://evil.example/')).toBe(false)
      expect(permissionAllowed(permission, '')).toBe(false)
    },
  )

  it('6: keeps web security on', () => {
    expect(preferences.webSecurity).toBe(true)
  })

  it('7: states a content security policy without unsafe scripts', () => {
    const directives = new Map(
      CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
        const [name = '', ...values] = directive.split(' ')
        return [name, values.join(' ')] as const
      }),
    )
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'vue default',
    })
    expect(APP_SCHEME_PRIVILEGES.privileges.bypassCSP).toBe(false)
  })

  it('8: runs no insecure content', () => {
    expect(preferences.allowRunningInsecureContent).toBe(false)
  })

  it('9: turns no experiments on', () => {
    expect(preferences.experimentalFeatures).toBe(false)
  })

  it('10: turns no Blink features on', () => {
    expect(preferences).not.toHaveProperty('enableBlinkFeatures')
    expect(filesWith(/enableBlinkFeatures|enable-blink-features/)).toEqual([])
  })

  it('11, 12: knows no webview', () => {
    expect(preferences.webviewTag).toBe(false)
    expect(filesWith(/<webview|allowpopups/i)).toEqual([])
  })

  it.each([
    ['app://hoi-am/', true],
    ['app://hoi-am/#/khieu-nai', true],
    ['app://hoi-am/files/ticket', false],
    ['app://other/', false],
    ['app://hoi-am.evil/', false],
    ['app://user@hoi-am/', false],
    ['app://hoi-am:80/', false],
    ['https://hoi-am/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['data:text/html,hello', false],
    ['blob:app://hoi-am/1', false],
    ['about:blank', false],
    ['', false],
  ])('13: navigation to "%s" allowed: %s', (address, expected) => {
    expect(navigationAllowed(address)).toBe(expected)
  })

  it('14, 15: opens no window and nothing outside', () => {
    expect(filesWith(/action: 'allow'|openExternal|openPath|window\.open\(/)).toEqual([])
  })

  it('16: is on an Electron that is still looked after', () => {
    expect(Number.parseInt(packageJson.devDependencies.electron, 10)).toBeGreaterThanOrEqual(45)
  })

  it('17: registers channels in one place, behind the sender check', () => {
    expect(filesWith(/ipcMain\.(?:handle|on|once|handleOnce)\(/)).toEqual([
      'src/main/electron/ipc.ts',
    ])
  })

  it('18: serves the page from a scheme of its own', () => {
    expect(isAppUrl(APP_START_URL)).toBe(true)
    expect(APP_SCHEME_PRIVILEGES).toMatchObject({
      scheme: 'app',
      privileges: { standard: true, secure: true, corsEnabled: false, allowServiceWorkers: false },
    })
    expect(filesWith(/file:\/\//)).toEqual([])
  })

  it('19: decides every fuse', () => {
    expect(FUSES).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      wasmTrapHandlers: true,
    })
  })

  it('20: touches Electron only in the shell and the preload script', () => {
    for (const path of filesWith(/from 'electron'/)) {
      expect(path).toMatch(/^src\/(?:main\/(?:index\.ts|electron\/)|preload\/)/)
    }
    expect(filesWith(/exposeInMainWorld/)).toEqual(['src/preload/index.ts'])
  })
})

describe('beyond the checklist', () => {
  it.each([
    ['app://hoi-am/assets/index.js', true],
    ['blob:app://hoi-am/1', true],
    ['data:image/png;base64,AA', true],
    ['https://redirector.gvt1.com/edgedl/dictionary', false],
    ['http://127.0.0.1:4088/', false],
    ['ws://localhost/', false],
    ['file:///etc/passwd', false],
    ['app://other/', false],
    ['devtools://devtools/bundled/index.html', false],
  ])('a request to %s leaves the page: %s', (address, expected) => {
    expect(requestAllowed(address, true)).toBe(expected)
  })

  it('writes nothing of the page to the disk', () => {
    expect(SESSION_PARTITION).not.toMatch(/^persist:/)
    expect(preferences.partition).toBe(SESSION_PARTITION)
  })

  it('has developer tools only while developing, and never a spell checker that downloads', () => {
    expect(preferences).toMatchObject({ devTools: false, spellcheck: false })
    expect(webPreferences({ preload: '/p.cjs', packaged: false }).devTools).toBe(true)
  })

  it('opens the one window with these preferences and no others', () => {
    const facts = { preload: '/p.cjs', packaged: true }
    expect(windowOptions(facts).webPreferences).toEqual(preferences)
  })
})
