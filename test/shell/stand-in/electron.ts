/**
 * What `import … from 'electron'` means in the program under test. A name that is not here does not import; a property
 * that is not here refuses by name. docs/adr/0017 says what such a stand-in shows and what it cannot.
 */
import { app as theApp } from './app.ts'
import { strict } from './strict.ts'
import { utilityProcess as forks } from './utility-process.ts'

export const app = strict('app', theApp)
export const utilityProcess = strict('utilityProcess', forks)
export { ipcMain } from './ipc-main.ts'
export { net } from './net.ts'
export { protocol, session } from './session.ts'
export { dialog } from './dialogs.ts'
export { Menu, MenuItem } from './menu.ts'
export { BrowserWindow } from './windows.ts'
export { screen } from './screen.ts'
export {
  autoUpdater,
  clipboard,
  crashReporter,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  shell,
} from './system.ts'
