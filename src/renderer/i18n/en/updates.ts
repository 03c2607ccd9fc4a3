import type { SameKeys } from '../shape.ts'
import type { updatesMessages as vi } from '../vi/updates.ts'

export const updatesMessages = {
  title: 'New version of the program',
  command: 'Check for updates',
  text: 'The program never looks for, downloads or installs a new version by itself. Each step is taken only when you press for it, and is recorded. A new version is accepted only with the signature of its publisher.',
  inBrowser: 'You are using Hồi Âm in a browser. Whoever runs the server installs new versions.',
  impossible: {
    'no-key':
      'This copy was built without the key that signatures are checked by, so it cannot be updated from here. Get a new installer from whoever gave you the program.',
    'not-installed':
      'The program is running from a folder, not from an installer, so it cannot be updated from here. Install it with the installer and open it again.',
  },
  setAddress: 'There is no update address yet, so the program looks for new versions nowhere.',
  address: 'Update address',
  addressHelp:
    'The folder that holds new versions, beginning with https://. Leave it empty to turn updates off. All machines of the board use this address.',
  off: 'Off: there is no address.',
  check: 'Check for a new version',
  checking: 'Checking…',
  newest: 'You have the newest version.',
  offered: 'Version {version} is available',
  facts: 'Released {moment} · {size}',
  noNotes: 'The publisher has not written what changed.',
  download: 'Download the new version',
  downloading: 'Downloading: {percent} %.',
  stopChecking: 'Stop checking',
  stop: 'Stop the download',
  ready: 'Downloaded and checked. You can install it whenever you like.',
  install: 'Close and install',
  installTitle: 'Close the program and install the new version?',
  installText:
    'The program closes in order, installs the new version and opens again. The data of the board stay as they are. You will have to sign in again.',
  closing: 'Closing to install the new version…',
} as const satisfies SameKeys<typeof vi>
