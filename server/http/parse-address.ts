export type Address = { key: string; loopback: boolean }

/**
 * An IP address in whatever spelling, by which a client is counted. IPv6 goes by its /64, which is what one
 * connection gets; an IPv4 address mapped into IPv6 is that IPv4 address. Undefined for anything else.
 */
export function parseAddress(text: string | undefined): Address | undefined {
  if (!text) return undefined
  const bare = text.replace(/%.*$/, '').replace(/^\[(.*)\](:\d+)?$/, '$1')
  return bare.split(':').length > 2 ? parseIpv6(bare) : parseIpv4(bare.replace(/:\d+$/, ''))
}

function parseIpv4(text: string): Address | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined
  const parts = text.split('.').map(Number)
  if (parts.some((part) => part > 255)) return undefined
  return { key: parts.join('.'), loopback: parts[0] === 127 }
}

function parseIpv6(text: string): Address | undefined {
  const groups = ipv6Groups(text)
  if (!groups) return undefined
  const [high = 0, low = 0] = groups.slice(6)
  const zeros = groups.findIndex((group) => group !== 0)
  if (zeros === 5 && groups[5] === 0xffff) {
    return parseIpv4([high >> 8, high & 255, low >> 8, low & 255].join('.'))
  }
  const prefix = groups.slice(0, 4).map((group) => group.toString(16))
  return { key: `${prefix.join(':')}::/64`, loopback: zeros === 7 && low === 1 }
}

/** The eight groups of an address. `URL` reads every spelling and writes one. */
function ipv6Groups(text: string): number[] | undefined {
  const href = `http://[${text}]/`
  if (!URL.canParse(href)) return undefined
  const [head = '', tail] = new URL(href).hostname.slice(1, -1).split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16))
}
