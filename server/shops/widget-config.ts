import type { WidgetConfig } from '../../protocol/api.ts'
import type { ShopId } from '../../protocol/ids.ts'
import { PROTOCOL_VERSION } from '../../protocol/version.ts'
import { initials } from '../core/initials.ts'
import type { Database } from '../db/database.ts'
import { readSettings } from './read-settings.ts'
import { listTeam } from './store.ts'

const FACES = 3

/** What the widget needs before anybody has said a word. */
export function widgetConfig(shop: { id: ShopId; db: Database }): WidgetConfig {
  const { name, language, theme, suggestedQuestions, privacyUrl } = readSettings(shop.db)
  return {
    protocol: PROTOCOL_VERSION,
    shop: { id: shop.id, name, language },
    theme,
    team: listTeam(shop.db, FACES).map((face) => ({
      name: face.name,
      initials: initials(face.name),
      ...(face.picture !== null && { picture: face.picture }),
    })),
    suggestedQuestions,
    ...(privacyUrl && { privacyUrl }),
  }
}
