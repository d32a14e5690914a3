import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { productCodeOf } from '../../../../src-main/domain/import/clean-code.ts'
import { isoDateOf } from '../../../../src-main/domain/import/clean-date.ts'
import { scaledNumber } from '../../../../src-main/domain/import/clean-number.ts'
import { isMissing, readHeader, unguard } from '../../../../src-main/domain/import/clean-text.ts'
import { importPack } from '../../../helpers/import-pack.ts'

describe('a product code', () => {
  it.each([
    ['2304', '002304'],
    ['="000001"', '000001'],
    ["'000001", '000001'],
    ['J000001', '000001'],
    ['SH501018', '501018'],
    ['000001.XSHE', '000001'],
    ['０００００１', '000001'],
    ['\uFEFF000001\t', '000001'],
    ['2304.0', '002304'],
    ['SY8001', 'SY8001'],
  ])('%s is read as %s', (written, code) => {
    expect(productCodeOf(written)).toBe(code)
  })
})

describe('a date', () => {
  it.each([
    ['20240131', '2024-01-31'],
    ['2024/1/31', '2024-01-31'],
    ['2024-01-31', '2024-01-31'],
    ['2024-01-31 09:30:00', '2024-01-31'],
    ['2024年1月31日', '2024-01-31'],
    ['２０２４０１３１', '2024-01-31'],
  ])('%s is %s', (written, date) => {
    expect(isoDateOf(written)).toBe(date)
  })

  it.each(['2024-02-30', '20230229', '0', 'property', '31/1/2024', ''])('%s is none', written => {
    expect(isoDateOf(written)).toBeNull()
  })
})

describe('a figure', () => {
  it.each([
    ['1,234,567.89', 2, 123_456_789],
    ['-1.57%', 4, -157],
    ['（1,234.50）', 2, -123_450],
    ['１２３．４５', 2, 12_345],
    ['¥ 1,000', 2, 100_000],
    ['12.5万', 2, 12_500_000],
    ['1.2亿元', 2, 12_000_000_000],
    ['1.005', 2, 101],
    ['-0.005', 2, -1],
    ['500-', 2, -50_000],
    ['1.5e3', 2, 150_000],
    ['.5', 4, 5000],
    ['0', 2, 0],
  ])('%s with %d decimals is %d', (written, decimals, value) => {
    expect(scaledNumber(written, decimals)).toBe(value)
  })

  it.each(['abc', '1.2.3', '--', '99999999999999999999'])('%s is none', written => {
    expect(scaledNumber(written, 2)).toBeNull()
  })

  it('written with two decimals and thousands commas is read back to the fen', () => {
    assert(
      property(integer({ min: -(10 ** 13), max: 10 ** 13 }), fen => {
        const [whole, part] = [Math.trunc(Math.abs(fen) / 100), Math.abs(fen) % 100]
        const text = `${fen < 0 ? '-' : ''}${whole.toLocaleString('en')}.${String(part).padStart(2, '0')}`
        expect(scaledNumber(text, 2)).toBe(fen)
      }),
    )
  })
})

describe('a cell', () => {
  it.each(['', '--', 'nan', 'NaN', '－－', '#N/A', '暂无', ' \u3000'])('"%s" is missing', text => {
    expect(isMissing(text, importPack())).toBe(true)
  })

  it('loses its guards and keeps its own writing', () => {
    expect(unguard(' ="陆知远（甲）" ')).toBe('陆知远（甲）')
  })

  it.each([
    ['总资产（万元）', '总资产', 10_000],
    ['市 值', '市 值', 1],
    ['资产情况（结算币种）', '资产情况', 1],
    ['\uFEFFDate', 'date', 1],
  ])('%s as a head is %s times %d', (written, name, factor) => {
    expect(readHeader(written)).toEqual({ name, factor })
  })
})
