/** 32 random bytes in base64url: 43 characters. */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '')
}

/** The exact form of `randomToken`: nothing else is worth hashing and looking up. */
export const RANDOM_TOKEN = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/
