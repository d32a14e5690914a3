import { describe, expect, it } from 'vitest'
import { tokensOf, type TokenName } from '../../../src-renderer/tokens.ts'

/** Relative luminance and contrast of WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(i => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const texts = ['ink', 'ink2', 'ink3', 'accent', 'up', 'down', 'warn'] as const
const grounds = ['paper', 'chrome', 'sunk', 'hover', 'sel', 'float'] as const
const heats = ['h0', 'h1', 'h2', 'h3', 'h4', 'h5'] as const
const maps = ['u1', 'u2', 'u3', 'd1', 'd2', 'd3'] as const

describe.each(['light', 'dark', 'contrast'] as const)('tokens of the theme %s', mode => {
  const t = tokensOf(mode, 'red')
  const below = (limit: number, pairs: readonly (readonly [TokenName, TokenName])[]): readonly string[] =>
    pairs.filter(([a, b]) => contrast(t[a], t[b]) < limit).map(([a, b]) => `${a} on ${b}`)

  it('keep text readable on every ground, 4.5 : 1', () => {
    const pairs = texts.flatMap(a => grounds.map(b => [a, b] as const))
    expect(below(4.5, pairs)).toEqual([])
  })

  it('keep figures and marks readable on every heat class, 4.5 : 1', () => {
    expect(
      below(
        4.5,
        ['ink', 'ink2', 'warn'].flatMap(a => heats.map(b => [a as TokenName, b] as const)),
      ),
    ).toEqual([])
    expect(
      below(
        4.5,
        maps.map(b => ['ink', b] as const),
      ),
    ).toEqual([])
  })

  it('keep the words of filled buttons and banners readable, 4.5 : 1', () => {
    expect(
      below(4.5, [
        ['on-fill', 'fill'],
        ['warn', 'warn-soft'],
        ['ink', 'warn-soft'],
        ['on-warn', 'warn'],
      ]),
    ).toEqual([])
  })

  it('keep borders of fields and the focus visible, 3 : 1', () => {
    expect(
      below(3, [
        ['edge', 'paper'],
        ['accent', 'paper'],
        ['accent', 'chrome'],
      ]),
    ).toEqual([])
  })
})

describe('high contrast', () => {
  const t = tokensOf('contrast', 'red')
  it('keeps every line and bar visible, and what fills a track apart from the track, 3 : 1', () => {
    for (const drawn of [t.line, t.line2, t.c1, t.c2, t.c3, t.c4])
      expect(contrast(drawn, t.paper)).toBeGreaterThanOrEqual(3)
    // the hours of the day stand on the palest bar
    expect(contrast(t.ink, t.c4)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(t.accent, t.line)).toBeGreaterThanOrEqual(3)
  })
})

describe('the colours of gains and losses', () => {
  it('swap with the convention, in text and in maps', () => {
    const red = tokensOf('light', 'red')
    const green = tokensOf('light', 'green')
    expect([green.up, green.down, green.u3, green.d3]).toEqual([red.down, red.up, red.d3, red.u3])
  })
})
