import { describe, expect, it } from 'vitest'
import { fill as fillPhrases } from '../../../../src-main/domain/diagnosis/account/phrases.ts'
import { fill, fillText } from '../../../../src-main/domain/text/fill.ts'

const redemption = { zh: '到账约 {days} 日', en: 'takes about {days} {days|day|days}' }

describe('texts of packs', () => {
  it('take the form of their number', () => {
    expect(fillText(redemption.en, { days: 1 })).toBe('takes about 1 day')
    expect(fillText(redemption.en, { days: 3 })).toBe('takes about 3 days')
    expect(fillText(redemption.en, { days: 0 })).toBe('takes about 0 days')
    expect(fillText(redemption.en, { days: '—' })).toBe('takes about — days')
    expect(fill(redemption, { days: '1' })).toEqual({ zh: '到账约 1 日', en: 'takes about 1 day' })
    const phrases = { days: { zh: '1', en: '1' } }
    expect(fillPhrases(redemption, phrases)).toEqual({ zh: '到账约 1 日', en: 'takes about 1 day' })
  })

  it('fail on a name without a value', () => {
    expect(() => fillText(redemption.en, {})).toThrow('needs a value for {days}')
  })
})
