import { assert, double, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatDate,
  formatDuration,
  formatRange,
  formatRemaining,
  formatTime,
} from '../../../../src-main/model/format/date.ts'
import { maskName, maskTail } from '../../../../src-main/model/format/mask.ts'
import { formatMoney, formatMoneyPlain } from '../../../../src-main/model/format/money.ts'
import { directionOf, formatNumber, formatSigned } from '../../../../src-main/model/format/number.ts'
import { formatDrawdown, formatPoints, formatReturn, formatShare } from '../../../../src-main/model/format/share.ts'

const zh = 'zh-CN' as const

describe('money', () => {
  test.each([
    [832_000, 'list', '8,320元'],
    [1_046_380_000, 'detail', '1,046.38万'],
    [1_046_380_000, 'list', '1,046万'],
    [1_046_380_000, 'report', '1,046.38 万元'],
    [43_900_000_000, 'list', '4.39亿'],
    [326_000_000_000, 'report', '32.60 亿元'],
    [-832_000, 'list', '−8,320元'],
    [-10, 'list', '0元'],
    [0, 'report', '0 元'],
  ] as const)('%i fen as %s prints %s', (fen, style, text) => {
    expect(formatMoney(fen, { locale: zh, style })).toBe(text)
  })
  test('English counts in thousands', () => {
    expect(formatMoney(1_046_380_000, { locale: 'en', style: 'detail' })).toBe('¥10,463.8k')
    expect(formatMoney(1_046_380_000, { locale: 'en', style: 'report' })).toBe('¥10.46m')
    expect(formatMoney(-99_999_900, { locale: 'en', style: 'report' })).toBe('\u2212¥1.00m')
    expect(formatMoney(100_000_000, { locale: 'en', style: 'report' })).toBe('¥1.00m')
    expect(formatMoneyPlain(1_046_380_000, 'en', 1)).toBe('10,463.8')
  })
  test('a missing amount is a dash, a gain may carry its plus', () => {
    expect(formatMoney(null, { locale: zh })).toBe('—')
    expect(formatMoney(31_480_000, { locale: zh, style: 'report', signed: true })).toBe('+31.48 万元')
  })
})

describe('ratios', () => {
  test('returns are signed with U+2212 and a rounded zero has no sign', () => {
    expect(formatReturn(0.0738)).toBe('+7.38%')
    expect(formatReturn(-0.0247)).toBe('\u22122.47%')
    expect(formatReturn(-0.000_01)).toBe('0.00%')
  })
  test('shares, points and drawdowns follow their formats', () => {
    expect(formatShare(0.176)).toBe('17.6%')
    expect(formatPoints(0.165)).toBe('+16.5')
    expect(formatDrawdown(-0.0896)).toBe('8.96%')
  })
  test('halves round away from zero on the decimal text', () => {
    expect(formatNumber(17.65, 1)).toBe('17.7')
    expect(formatNumber(1.005, 2)).toBe('1.01')
    expect(formatNumber(-0.5, 0)).toBe('\u22121')
  })
  test('a figure printed without its separators is within half a unit of the value', () => {
    assert(
      property(double({ min: -1e9, max: 1e9, noNaN: true }), integer({ min: 0, max: 4 }), (n, digits) => {
        const back = Number(formatSigned(n, digits).replaceAll(',', '').replace('\u2212', '-'))
        expect(Math.abs(back - n)).toBeLessThanOrEqual(0.5 * 10 ** -digits * (1 + 1e-6) + Math.abs(n) * 1e-12)
      }),
    )
  })
  test('direction follows what is printed', () => {
    expect(directionOf(0.004)).toBe('flat')
    expect(directionOf(-0.005)).toBe('down')
    expect(directionOf(null)).toBe('flat')
  })
})

describe('dates', () => {
  test('this year loses its year, ranges join, durations are hours and minutes', () => {
    expect(formatDate('2026-11-23', '2026-01-01')).toBe('11-23')
    expect(formatDate('2025-11-23', '2026-01-01')).toBe('2025-11-23')
    expect(formatRange('2015-06-15', '2015-08-26', zh, 'month')).toBe('2015-06 至 2015-08')
    expect(formatRange('2016-01-04', '2016-01-29', zh, 'month')).toBe('2016-01')
    expect(formatDuration(330)).toBe('5:30')
    expect(formatRemaining(25, zh)).toBe('剩 25 天')
    expect(formatTime('2026-11-23T00:42:00.000Z')).toBe('08:42')
  })
})

describe('masks', () => {
  test.each([
    ['陆明远', '陆*远'],
    ['陆远', '陆*'],
    ['陆', '陆*'],
    ['欧阳明远', '欧**远'],
    ['', '*'],
    ['<img src=x onerror=alert(1)>', '<***>'],
  ])('%s leaves the desk as %s', (name, masked) => expect(maskName(name)).toBe(masked))
  test('an organisation keeps two characters at each end, a number its last four', () => {
    expect(maskName('临江众泽新能源股权投资合伙企业（有限合伙）', 'organisation')).toBe('临江***伙）')
    expect(maskTail('L0003107')).toBe('****3107')
    expect(maskTail('31')).toBe('****1')
  })
})
