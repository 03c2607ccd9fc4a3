import type { SavedSettings } from '#shared/contract/settings.ts'
import { translate } from '#renderer/i18n/index.ts'

/** That the settings are saved, and how far the open clocks followed where that was cut short. */
export function savedText({ recounted }: SavedSettings): string {
  return recounted === undefined
    ? translate('settings.saved')
    : translate('settings.savedInPart', { n: recounted })
}
