/**
 * The number on the program's icon: on the dock of macOS, as an overlay on the taskbar of Windows. Electron answers
 * the page's own badge with `app.setBadgeCount` and the overlay, so the shell has nothing to do. Where there is no
 * badge there is nothing to show it on, and nobody is told.
 */
export async function showBadge(count: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return
  try {
    // Electron takes a badge of zero for a broken message.
    await (count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count))
  } catch {
    // Refused by the system: on macOS a badge needs the leave to notify.
  }
}
