import { spawn } from 'node:child_process'

export type BrowserCommand = Readonly<{ command: string; args: readonly string[] }>

/** How this system opens a link in the person's own browser; null where there is no screen to open it on. */
export function browserCommand(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  url: string,
): BrowserCommand | null {
  switch (platform) {
    case 'win32':
      return { command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] }
    case 'darwin':
      return { command: 'open', args: [url] }
    default:
      return environment['DISPLAY'] || environment['WAYLAND_DISPLAY']
        ? { command: 'xdg-open', args: [url] }
        : null
  }
}

/** Opens the link if the system can; if not, the printed line is still there to be used. */
export function openBrowser(url: string): void {
  const found = browserCommand(process.platform, process.env, url)
  if (found === null) return
  const child = spawn(found.command, found.args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
