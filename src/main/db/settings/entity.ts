import { LATER_SETTINGS, type Settings } from '#core/settings/model.ts'
import { integer, jsonWith, numberId, defineEntity } from '../columns.ts'

/** The one row of settings, kept whole. */
export type SettingsRow = Readonly<{ id: 1; version: number; body: Omit<Settings, 'version'> }>

export const settingsEntity = defineEntity<SettingsRow>('settings', {
  id: numberId,
  version: integer,
  body: jsonWith(LATER_SETTINGS),
})
