/** `price` in units of `currency`; pence only where there are some. */
export function formatPrice(price: number, currency: string | undefined): string {
  const digits = Number.isInteger(price) ? 0 : 2
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  if (!currency || !/^[A-Z]{3}$/.test(currency)) {
    return `${price.toFixed(digits)}${currency ? ` ${currency}` : ''}`
  }
  return new Intl.NumberFormat(undefined, { style: 'currency', currency, ...fraction }).format(
    price,
  )
}
