import { describe, expect, it } from 'vitest'
import { parseRow } from '../../../src-main/model/parse-row.ts'
import { rejectReason, sayReason } from '../../../src-renderer/state/reject-reason.ts'
import zh from '../../../src-renderer/i18n/zh-CN.json' with { type: 'json' }
import { sampleRow } from '../../helpers/sample-rows.ts'

describe('the reason', () => {
  it('of a row that was put aside is named by the catalogue, whatever is wrong with it', () => {
    const trade = sampleRow('trades')
    const faulty = [
      { ...trade, amount: 'many' },
      { ...trade, side: 'nothing' },
      { ...trade, date: '2026-02-31x' },
      { ...trade, units: 1.5 },
      { ...trade, clientId: '' },
      { ...trade, id: 'x'.repeat(500) },
      null,
    ]
    const codes = faulty.map(row => {
      const parsed = parseRow('trades', row)
      if (parsed.kind !== 'invalid') throw new Error(`${JSON.stringify(row)} passed`)
      return rejectReason(parsed.reason.replace(/^[\w.]+: (?=[A-Z])/, '')).code
    })
    expect(codes).not.toContain('other')
    for (const code of codes) expect(zh.rejectReason).toHaveProperty(code)
  })

  it.each([
    ['Too small: expected string to have >=1 characters', '不能为空'],
    ['Too big: expected string to have <=64 characters', '最多 64 个字'],
    ['Too small: expected number to be >0', '须大于 0'],
    ['Too small: expected number to be >=0', '不得小于 0'],
    ['Invalid input: expected number, received string', '应为数字'],
    ['Invalid input: expected string, received undefined', '缺少'],
  ])('%s reads %s', (text, words) => {
    const catalogue = zh as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>
    const t = (key: string, options: { readonly value?: string }): string => {
      const [part = '', name = ''] = key.split('.')
      return (catalogue[part]?.[name] ?? key).replace('{{value}}', options.value ?? '')
    }
    expect(sayReason(t, text)).toBe(words)
  })
})
