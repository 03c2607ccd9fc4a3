import { strict } from './strict.ts'

/** Nobody sits before a stand-in: a test that brings a dialog about puts its own answer in this place before. */
function nobodyAnswers(what: string): never {
  throw new Error(`Nobody answers dialog.${what} in this test.`)
}

export const dialog = strict('dialog', {
  showSaveDialog: async () => nobodyAnswers('showSaveDialog'),
  showOpenDialog: async () => nobodyAnswers('showOpenDialog'),
  showMessageBox: async () => nobodyAnswers('showMessageBox'),
  showSaveDialogSync: () => nobodyAnswers('showSaveDialogSync'),
  showOpenDialogSync: () => nobodyAnswers('showOpenDialogSync'),
  showMessageBoxSync: () => nobodyAnswers('showMessageBoxSync'),
  showErrorBox(title: string, text: string): void {
    process.stderr.write(`error box: ${title}: ${text}\n`)
  },
})
