import { describe, expect, it } from 'vitest'
import { dayWithRoom, workingDays } from '../../../../src-main/domain/segmentation/working-days.ts'
import { todayPack } from '../../../helpers/rule-packs.ts'
import { hasShared, readSharedCsv } from '../../../helpers/shared-folder.ts'

const CALENDAR = 'data/xalpha_mit/cn_trading_days_1991_2026.csv'

describe('working days', () => {
  it('leave out weekends, and begin with the day itself when it is one', () => {
    // 2026-11-20 is a Friday
    expect(workingDays('2026-11-20', 3, [])).toEqual(['2026-11-20', '2026-11-23', '2026-11-24'])
    expect(workingDays('2026-11-21', 1, [])).toEqual(['2026-11-23'])
  })

  it('leave out the days on which the exchange is closed', () => {
    const { closedDays } = todayPack()
    // National Day of 2026: Thursday 1 October to Wednesday 7 October
    expect(workingDays('2026-09-30', 2, closedDays)).toEqual(['2026-09-30', '2026-10-08'])
    // no closed day of the pack is a weekend, which would be a slip of the pen
    expect(closedDays.flatMap(day => workingDays(day, 1, []))).toEqual([...closedDays])
  })
})

describe.runIf(hasShared(CALENDAR))('the closed days of 2026', () => {
  it('are the weekdays that a public calendar of exchange days leaves out', () => {
    const open = new Set(readSharedCsv(CALENDAR).map(row => row['cal_date']))
    // 2026 begins on a Thursday and has 261 weekdays
    const weekdays = workingDays('2026-01-01', 261, [])
    expect(weekdays.at(-1)).toBe('2026-12-31')
    expect(todayPack().closedDays).toEqual(weekdays.filter(day => !open.has(day)))
  })
})

describe('the day with room', () => {
  const days = [
    { date: '2026-11-23', minutes: 330 },
    { date: '2026-11-24', minutes: 300 },
    { date: '2026-11-25', minutes: 200 },
  ]

  it('is the first on which it still fits, to the minute', () => {
    expect(dayWithRoom(days, 30, 336)).toBe('2026-11-24')
    expect(dayWithRoom(days, 36, 336)).toBe('2026-11-24')
    expect(dayWithRoom(days, 37, 336)).toBe('2026-11-25')
    expect(dayWithRoom(days, 6, 336)).toBe('2026-11-23')
  })

  it('is the emptiest when it fits nowhere, and none without days', () => {
    expect(dayWithRoom(days, 400, 336)).toBe('2026-11-25')
    expect(dayWithRoom([], 10, 336)).toBeNull()
  })
})
