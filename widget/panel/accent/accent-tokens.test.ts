import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accentTokens } from './accent-tokens.ts'

const GROUNDS = {
  light: [
    [255, 255, 255],
    [245, 240, 231],
  ],
  dark: [
    [31, 27, 23],
    [18, 15, 13],
  ],
}

function read(hex: string) {
  const tokens = accentTokens(hex)
  if (!tokens) throw new Error(`${hex} is no colour`)
  const pair = (token: string) =>
    [...token.matchAll(/rgb\(([\d,]+)\)/g)].map(([, rgb = '']) => rgb.split(',').map(Number))
  const [lightAcc = [], darkAcc = []] = pair(tokens['--acc'])
  const [lightSoft = [], darkSoft = []] = pair(tokens['--soft'])
  const [lightOn = [], darkOn = []] = pair(tokens['--on'])
  return {
    light: { acc: lightAcc, soft: lightSoft, on: lightOn },
    dark: { acc: darkAcc, soft: darkSoft, on: darkOn },
  }
}

function contrast(a: number[], b: number[]): number {
  const luminance = (rgb: number[]) => {
    const [r = 0, g = 0, bl = 0] = rgb.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((one, two) => two - one)
  return (high + 0.05) / (low + 0.05)
}

it('corrects the colours of the drawings as they were drawn', () => {
  expect(read('#3b5bdb').light.acc).toEqual([59, 91, 219])
  expect(read('#3b5bdb').dark.acc).toEqual([124, 145, 231])
  expect(read('#f2c94c').light.acc).toEqual([135, 104, 10])
})

it('reads short hex, and nothing else', () => {
  expect(accentTokens('#35d')).toEqual(accentTokens('#3355dd'))
  for (const bad of ['', '#12', 'red', '#12345g', '#1234567', 'url(x)', '#fff;}'])
    expect(accentTokens(bad)).toBeNull()
})

it('makes every colour readable: on surface, on sunk, on its own tint, and what stands on it', () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((n) => `#${n.toString(16).padStart(6, '0')}`)
  fc.assert(
    fc.property(colour, (hex) => {
      const both = read(hex)
      for (const scheme of ['light', 'dark'] as const) {
        const { acc, soft, on } = both[scheme]
        for (const ground of [...GROUNDS[scheme], soft])
          expect(contrast(acc, ground), scheme).toBeGreaterThanOrEqual(4.5)
        expect(contrast(on, acc), scheme).toBeGreaterThanOrEqual(4.5)
      }
    }),
  )
})
