import type { ParsedItem } from '../parsed-source.ts'

type ItemStatus = ParsedItem['status']

/** Words that other shop systems and languages use. */
const STATUS_WORDS: Readonly<Record<ItemStatus, string>> = {
  available:
    'available, in stock, for sale, active, verfügbar, verfuegbar, auf lager, vorrätig, lieferbar, disponible, en stock, en vente, en venta',
  held: 'held, on hold, hold, reserved, pending, reserviert, zurückgelegt, réservé, réservée, reservado, reservada',
  sold: 'sold, sold out, out of stock, gone, verkauft, ausverkauft, vergriffen, nicht verfügbar, vendu, vendue, épuisé, épuisée, indisponible, vendido, vendida, agotado, agotada, no disponible',
}

const statuses = new Map(
  (['available', 'held', 'sold'] as const).flatMap((status) =>
    STATUS_WORDS[status].split(', ').map((word) => [word, status] as const),
  ),
)

/** The status that a word stands for; undefined where it stands for none. */
export function statusOf(text: string): ItemStatus | undefined {
  return statuses.get(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_-]+/g, ' '),
  )
}
