import { gradeId } from '../articles/read-grades.ts'
import type { Measurement, Piece } from '../stock/piece.ts'

const AVAILABILITY = { available: 'InStock', held: 'Reserved', sold: 'SoldOut' } as const
const UNITS: Record<string, string> = { cm: 'CMT', kg: 'KGM', l: 'LTR' }
const USED = 'https://schema.org/UsedCondition'

const property = ({ label, value, unit }: Measurement): object => ({
  '@type': 'PropertyValue',
  name: label,
  value,
  unitCode: UNITS[unit] ?? unit,
})

function offerOf(piece: Piece, origin: string): object {
  return {
    '@type': 'Offer',
    url: `${origin}${piece.url}`,
    price: piece.price.toFixed(2),
    priceCurrency: piece.currency,
    availability: `https://schema.org/${AVAILABILITY[piece.status]}`,
    itemCondition: USED,
    seller: { '@type': 'ClothingStore', name: 'Marlow' },
    hasMerchantReturnPolicy: {
      '@type': 'MerchantReturnPolicy',
      applicableCountry: 'GB',
      returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
      merchantReturnDays: 14,
      returnMethod: 'https://schema.org/ReturnByMail',
      returnFees: 'https://schema.org/ReturnFeesCustomerResponsibility',
    },
  }
}

export function productJsonLd(piece: Piece, origin: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: piece.title,
    sku: piece.code,
    productID: piece.code,
    url: `${origin}${piece.url}`,
    image: [`${origin}${piece.image}`],
    description: [
      `${piece.title}, ${piece.year}, ${piece.maker}.`,
      `Labelled ${piece.sizeLabel}. ${piece.fabric}. Grade ${piece.grade}.`,
      ...piece.notes,
    ].join(' '),
    category: piece.category,
    brand: { '@type': 'Brand', name: piece.maker },
    material: piece.fabric,
    color: piece.colour,
    size: piece.sizeLabel,
    itemCondition: USED,
    additionalProperty: [
      ...piece.measurements.map(property),
      { '@type': 'PropertyValue', name: 'Era', value: piece.era },
      {
        '@type': 'PropertyValue',
        name: 'Condition grade',
        value: piece.grade,
        url: `${origin}/condition-guide#${gradeId(piece.grade)}`,
      },
    ],
    offers: offerOf(piece, origin),
  }
}
