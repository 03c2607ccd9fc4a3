import type { SavedView } from '#core/views/model.ts'
import { code, flag, id, instant, integer, text, defineEntity } from '../columns.ts'

export const savedViewEntity = defineEntity<SavedView>('saved_view', {
  id,
  version: integer,
  name: text,
  query: text,
  ownerId: code,
  shared: flag,
  createdAt: instant,
})
