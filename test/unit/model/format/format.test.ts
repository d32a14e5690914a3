import { describe, expect, it } from 'vitest'
import { formatMoney } from '../../../../src-main/model/format/money.ts'
import { formatPoints, formatReturn, formatShare } from '../../../../src-main/model/format/share.ts'

const zh = (fen: number, style?: 'list' | 'detail') =>
  formatMoney(fen, { locale: 'zh-CN', ...(style === undefined ? {} : { style }) })

describe('formats of the visual language', () => {
  it('writes yuan under 1万, 万 under 1亿 and 亿 above', () => {
    expect(zh(832_000)).toBe('8,320元')
    expect(zh(1_046_380_000)).toBe('1,046.38万')
    expect(zh(1_046_380_000, 'list')).toBe('1,046万')
    expect(zh(43_900_000_000)).toBe('4.39亿')
  })

  it('rounds to the unit before it chooses the unit', () => {
    expect(zh(999_999)).toBe('1.00万')
  })

  it('writes thousands in English, millions from 1亿 and billions, the sign before the currency', () => {
    expect(formatMoney(1_046_380_000, { locale: 'en' })).toBe('¥10,463.8k')
    expect(formatMoney(-832_000, { locale: 'en' })).toBe('\u2212¥8,320')
    expect(formatMoney(43_900_000_000, { locale: 'en' })).toBe('¥439.0m')
    expect(formatMoney(439_000_000_000, { locale: 'en', signed: true })).toBe('+¥4.39bn')
  })

  it('signs returns and differences, with U+2212 and no sign on a rounded zero', () => {
    expect(formatReturn(0.0738)).toBe('+7.38%')
    expect(formatReturn(-0.08964)).toBe('\u22128.96%')
    expect(formatReturn(-0.000001)).toBe('0.00%')
    expect(formatPoints(0.165)).toBe('+16.5')
    expect(formatShare(0.176)).toBe('17.6%')
  })
})
