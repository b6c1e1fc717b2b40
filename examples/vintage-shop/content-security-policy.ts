interface Sources {
  nonce: string
  counterbellOrigin: string
}

/** Only the two scripts of the snippet may run, and what the widget's script loads itself. */
export function contentSecurityPolicy({ nonce, counterbellOrigin }: Sources): string {
  const socketOrigin = counterbellOrigin.replace(/^http/, 'ws')
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: ${counterbellOrigin}`,
    `connect-src ${counterbellOrigin} ${socketOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
