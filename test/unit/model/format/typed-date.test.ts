import { expect, it } from 'vitest'
import { typedDate } from '../../../../src-main/model/format/typed-date.ts'

it.each(['2026-11-03', '2026/11/3', '2026.11.03', '2026年11月3日', '20261103', ' ２０２６-11-03 '])(
  'reads %s',
  text => {
    expect(typedDate(text)).toBe('2026-11-03')
  },
)

it.each(['', '2026-02-30', '11/03/2026', '2026-13-01', '261103', 'tomorrow'])('refuses %s', text => {
  expect(typedDate(text)).toBeNull()
})
