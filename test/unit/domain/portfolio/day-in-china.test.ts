import { expect, it } from 'vitest'
import { dayInChina, endOfDayInChina } from '../../../../src-main/domain/portfolio/day-in-china.ts'

it('ends the day in China at four in the afternoon of UTC, on which the next day begins', () => {
  for (const at of ['2026-11-27T16:00:00.000Z', '2026-11-28T01:30:00.000Z', '2026-11-28T15:59:59.999Z'])
    expect(endOfDayInChina(at)).toBe('2026-11-28T16:00:00.000Z')
  expect(dayInChina(endOfDayInChina('2026-12-31T10:00:00.000Z'))).toBe('2027-01-01')
})
