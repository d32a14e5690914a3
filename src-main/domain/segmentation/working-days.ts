import { dayNumber, isoDate } from '../portfolio/day-number.ts'

const WEEK = 7
const SATURDAY = 6

/** 1970-01-01 was a Thursday: 0 is Sunday. */
const weekday = (day: number): number => (((day + 4) % WEEK) + WEEK) % WEEK

/**
 * The first `count` working days from `from` on (that day with it, when it is one): Monday to Friday without the closed
 * days of the exchange. ISO dates.
 */
export const workingDays = (from: string, count: number, closed: readonly string[]): readonly string[] => {
  const shut = new Set(closed)
  const days: string[] = []
  for (let day = dayNumber(from); days.length < count; day += 1) {
    const iso = isoDate(day)
    if (weekday(day) !== 0 && weekday(day) !== SATURDAY && !shut.has(iso)) days.push(iso)
  }
  return days
}

/**
 * The first day on which `minutes` still fit beside what is planned there; where none has room, the one that is planned
 * least, the earliest of several.
 */
export const dayWithRoom = (
  days: readonly { readonly date: string; readonly minutes: number }[],
  minutes: number,
  availableMinutes: number,
): string | null => {
  const free = days.find(day => day.minutes + minutes <= availableMinutes)
  if (free !== undefined) return free.date
  return days.toSorted((a, b) => a.minutes - b.minutes || (a.date < b.date ? -1 : 1))[0]?.date ?? null
}
