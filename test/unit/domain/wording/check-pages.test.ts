import { describe, expect, it } from 'vitest'
import { checkPages } from '../../../../src-main/domain/wording/check-pages.ts'
import { defaultWordingPack } from '../../../helpers/rule-packs.ts'

const pack = defaultWordingPack()
const marks = { advisorName: '王芳', licence: 'S0000000000001', dataDate: '2026-11-20', packVersion: '2026.11.2' }
const header = '投资顾问 王芳 执业编号 S0000000000001 数据日期 2026-11-20 规则 2026.11.2'

describe('checkPages', () => {
  it('accepts pages that carry every mark, wherever the line breaks fall', () => {
    expect(checkPages([header, header.replace('S0000', 'S0\n000')], marks, pack)).toEqual([])
  })

  it('names the page and the mark that is missing on it', () => {
    expect(checkPages([header, header.replace('S0000000000001', '')], marks, pack)).toEqual([
      { kind: 'missing', page: 2, mark: 'licence' },
    ])
  })

  it('does not take an empty mark for a present one', () => {
    expect(checkPages([header], { ...marks, licence: ' ' }, pack)).toEqual([{ kind: 'empty', mark: 'licence' }])
  })

  it('asks for the notice when the document speaks of performance', () => {
    const page = `${header} 近三年收益率 12%`
    expect(checkPages([page], marks, pack).map(f => f.kind)).toEqual(['noNotice'])
    expect(checkPages([page, `${header} 过往业绩不预示未来表现。`], marks, pack)).toEqual([])
    expect(checkPages([`${page} Past performance is not a guide.`], marks, pack)).toEqual([])
  })
})
