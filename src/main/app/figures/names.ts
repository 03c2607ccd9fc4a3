import type { Names } from '#core/figures/tables.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import type { Settings } from '#core/settings/model.ts'

/** Who and what the codes in figures and lists stand for. */
export async function namesInFigures(
  repositories: Repositories,
): Promise<Names & Readonly<{ settings: Settings }>> {
  return {
    people: await repositories.people.all(),
    firms: await repositories.firms.all(),
    settings: await loadSettings(repositories),
  }
}
