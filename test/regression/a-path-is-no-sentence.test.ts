import { expect, it } from 'vitest'
import { checkWording } from '../../src-main/domain/wording/check-wording.ts'
import { defaultWordingPack } from '../helpers/rule-packs.ts'

// The learned weights judged the letters of a path: one in a hundred random names was a finding, and stopped a mail.
it('the letters of a path or an address are not judged, what is written beside it is', () => {
  const pack = defaultWordingPack()
  const found = (text: string) => checkWording(text, 'client', pack).map(({ rule }) => rule)
  const path = '/tmp/advisor-test-zTy09v/other.pdf'
  for (const text of [path, `file://${path}`, `<img src="file://${path}">`]) expect(found(text)).toEqual([])
  expect(found(`闭着眼买，亏了我们补给您 ${path}`)).not.toEqual([])
  expect(found('这只基金放心拿着，肯定赚，/存款/差远了')).not.toEqual([])
})
