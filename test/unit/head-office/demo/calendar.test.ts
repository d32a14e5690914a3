import { expect, test } from 'vitest'
import { makeCalendar } from '../../../../src-main/head-office/demo/calendar.ts'
import { epochDay, isoDate, isoTime, weekday } from '../../../../src-main/head-office/demo/days.ts'
import { makeRandom } from '../../../../src-main/head-office/demo/random.ts'

test('days are counted as the language counts them, leap years and centuries included', () => {
  for (const iso of ['1970-01-01', '1999-12-31', '2000-02-29', '2016-02-29', '2026-11-20', '2100-03-01']) {
    expect(epochDay(iso)).toBe(Date.parse(iso) / 86_400_000)
    expect(isoDate(epochDay(iso))).toBe(iso)
    expect(weekday(epochDay(iso))).toBe(new Date(iso).getUTCDay())
  }
  // 17:30 in China is 09:30 UTC
  expect(isoTime(epochDay('2026-11-20'), 17 * 60 + 30)).toBe('2026-11-20T09:30:00.000Z')
})

test('every year has 242 to 244 exchange days, none on a weekend, on new year or on the national day', () => {
  for (const seed of [1, 2, 3]) {
    const { days } = makeCalendar('2014-01-01', '2026-12-31', makeRandom(seed, 'calendar'))
    const years = new Map<string, number>()
    for (const day of days) {
      const iso = isoDate(day)
      years.set(iso.slice(0, 4), (years.get(iso.slice(0, 4)) ?? 0) + 1)
      expect(weekday(day) % 6).not.toBe(0)
      expect(['01-01', '10-01']).not.toContain(iso.slice(5))
    }
    for (const [year, n] of years) expect([year, n >= 242 && n <= 244]).toEqual([year, true])
    expect([...days]).toEqual([...new Set(days)].toSorted((a, b) => a - b))
  }
})

test('a position is that of the last exchange day on or before a day', () => {
  const calendar = makeCalendar('2026-01-01', '2026-12-31', makeRandom(1, 'calendar'))
  const friday = calendar.at(epochDay('2026-11-20'))
  expect(isoDate(calendar.days[friday] ?? 0)).toBe('2026-11-20')
  expect(calendar.at(epochDay('2026-11-22'))).toBe(friday)
  expect(calendar.at(epochDay('2025-12-31'))).toBe(-1)
})
