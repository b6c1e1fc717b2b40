import { createMarlow, tellConversation } from './marlow.ts'
import type { Scripted } from './scripted-shop.ts'

/** A conversation of about `exchanges` questions with their answers. */
export function tellLongConversation(exchanges: number, shop = createMarlow()): Scripted {
  const told = tellConversation(shop, { agoMinutes: exchanges })
  for (let n = 1; n <= exchanges; n++) {
    told.says(`Question ${n}`)
    told.answers(`Answer ${n}: it is in the shop’s notes.`, 0.8)
  }
  return shop.find(told.id)
}
