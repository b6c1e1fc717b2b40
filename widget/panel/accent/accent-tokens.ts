type Rgb = [number, number, number]

type Scheme = { surface: Rgb; sunk: Rgb; tint: number; step: number }
const LIGHT: Scheme = { surface: [255, 255, 255], sunk: [245, 240, 231], tint: 0.11, step: -0.01 }
const DARK: Scheme = { surface: [31, 27, 23], sunk: [18, 15, 13], tint: 0.16, step: 0.01 }
const READABLE_RATIO = 4.5

/** The shop's colour for text, tint and what stands on it, as the panel's tokens for both schemes. */
export function accentTokens(hex: string): Record<'--acc' | '--soft' | '--on', string> | null {
  const rgb = readHex(hex)
  if (!rgb) return null
  const light = correctAccent(rgb, LIGHT)
  const dark = correctAccent(rgb, DARK)
  const both = (part: keyof typeof light) => `light-dark(rgb(${light[part]}),rgb(${dark[part]}))`
  return { '--acc': both('accent'), '--soft': both('soft'), '--on': both('on') }
}

/**
 * Hue and saturation stay; HSL lightness walks, down on light and up on dark, until text in the
 * colour reads at 4.5:1 on surface, on sunk and on its own tint.
 */
function correctAccent(rgb: Rgb, { surface, sunk, tint, step }: Scheme) {
  const atLightness = walkLightness(rgb)
  let lightness = (Math.max(...rgb) + Math.min(...rgb)) / 510
  let accent = rgb
  let soft = mix(surface, accent, tint)
  while (
    [surface, sunk, soft].some((ground) => contrast(accent, ground) < READABLE_RATIO) &&
    lightness + step >= 0 &&
    lightness + step <= 1
  ) {
    lightness += step
    accent = atLightness(lightness)
    soft = mix(surface, accent, tint)
  }
  const isLightReadable = contrast(accent, [255, 255, 255]) >= READABLE_RATIO
  const on: Rgb = isLightReadable ? [255, 255, 255] : [33, 28, 22]
  return { accent, soft, on }
}

/** `#rgb` or `#rrggbb`. */
function readHex(hex: string): Rgb | null {
  const digits = /^#(?:([\da-f])([\da-f])([\da-f])|([\da-f]{2})([\da-f]{2})([\da-f]{2}))$/i.exec(
    hex,
  )
  if (!digits) return null
  const channel = (short: string | undefined, long: string | undefined) =>
    Number.parseInt(short ? short + short : (long ?? ''), 16)
  const [, r, g, b, rr, gg, bb] = digits
  return [channel(r, rr), channel(g, gg), channel(b, bb)]
}

function walkLightness(rgb: Rgb): (lightness: number) => Rgb {
  const [r, g, b] = [rgb[0] / 255, rgb[1] / 255, rgb[2] / 255]
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const range = max - min
  const sector = max === r ? (g - b) / range : max === g ? 2 + (b - r) / range : 4 + (r - g) / range
  const hue = range ? (sector + 6) % 6 : 0
  const saturation = range ? range / (1 - Math.abs(max + min - 1)) : 0
  return (lightness) => {
    const amount = saturation * Math.min(lightness, 1 - lightness)
    const channel = (n: number) => {
      const k = (n + hue * 2) % 12
      return Math.round(255 * (lightness - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
    }
    return [channel(0), channel(8), channel(4)]
  }
}

function luminance(rgb: Rgb): number {
  const linear = (value: number) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
}

function contrast(a: Rgb, b: Rgb): number {
  const [one, two] = [luminance(a) + 0.05, luminance(b) + 0.05]
  return one > two ? one / two : two / one
}

function mix(from: Rgb, to: Rgb, part: number): Rgb {
  const channel = (a: number, b: number) => Math.round(a + (b - a) * part)
  return [channel(from[0], to[0]), channel(from[1], to[1]), channel(from[2], to[2])]
}
