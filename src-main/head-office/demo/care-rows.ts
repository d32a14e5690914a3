import type { z } from 'zod'
import type { Contact } from '../../model/contact.ts'
import type { Engagement } from '../../model/engagement.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Tag } from '../../model/tag.ts'
import type { Task } from '../../model/task.ts'
import { answerSheet, pack } from './answers.ts'
import type { Cell } from './cells.ts'
import { isoDate, isoTime, weekday } from './days.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'
import { seeds } from './seeds.ts'

const levels = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5'] as const

/** The newest last; an empty list is a client who was never assessed. */
export const questionnaireRows = (person: Person, today: number, random: Random): z.input<typeof Questionnaire>[] => {
  if (random.chance(0.018)) return []
  const expired = random.chance(0.04)
  // Offices renew before the end: few are in their last month
  const late = random.chance(0.02)
  const newest = today - (expired ? 367 + random.int(120) : late ? 335 + random.int(30) : random.int(335))
  const count = 1 + random.int(4)
  return Array.from({ length: count }, (_, i) => {
    const age = count - 1 - i
    const date = newest - age * (300 + random.int(120))
    const level = levels.indexOf(person.capacity)
    const then =
      age === 0 ? level : Math.min(5, Math.max(0, level + (random.chance(0.3) ? (random.chance(0.5) ? 1 : -1) : 0)))
    const { answers, result } = answerSheet(person, levels[then] ?? 'C3', random)
    const day = isoDate(date)
    return {
      id: `Q-${person.id}-${i + 1}`,
      clientId: person.id,
      date: day,
      version: day >= pack.effectiveOn ? pack.version : '2022',
      score: result.score,
      riskCapacity: result.riskCapacity,
      validUntil: isoDate(date + 365),
      term: result.term,
      variety: result.variety,
      answers,
      answeredBy: random.chance(0.94) ? 'client' : 'advisor',
    }
  })
}

/** Days between contacts that the clients of a tier are used to: the default standards, a little sooner for some. */
const cadence = [365, 180, 90, 60, 60, 14]
/** Part of a tier that is past its interval, and the most days that anybody is. */
const lateShare = [0, 0.012, 0.03, 0.045, 0.045, 0.08]
const lateDays = [0, 40, 38, 20, 12, 6]

/** The first weekday on or before a day. */
const weekdayBefore = (day: number): number => (weekday(day) === 0 ? day - 2 : weekday(day) === 6 ? day - 1 : day)

export const contactRows = (person: Person, cell: Cell, today: number, random: Random): z.input<typeof Contact>[] => {
  const every = cell.tier === 3 && cell.style === 'wealth' ? 90 : (cadence[cell.tier] ?? 90)
  const late = random.chance(lateShare[cell.tier] ?? 0)
  // Whoever is on time is not due before the next weekday but one
  const age = late ? every + 1 + random.int(lateDays[cell.tier] ?? 1) : random.int(every - 2)
  let day = weekdayBefore(today - age)
  if (!late && today - day > every) day = today - every + 1
  const out: z.input<typeof Contact>[] = []
  while (day > today - 400 && out.length < 30) {
    const at = out.length === 0 ? day : weekdayBefore(day)
    out.push({
      id: `K-${person.id}-${out.length + 1}`,
      clientId: person.id,
      at: isoTime(at, 540 + random.int(510)),
      channel: random.pick(['phone', 'phone', 'wecom', 'wecom', 'meeting', 'email'] as const),
      minutes: 3 + random.int(cell.tier >= 4 ? 45 : 15),
      subject: random.pick(seeds.names.subjects),
      note: random.pick(seeds.names.notes),
    })
    day -= Math.round(every * (0.7 + 0.5 * random.next()))
  }
  return out
}

export const tagRows = (person: Person, today: number, random: Random): z.input<typeof Tag>[] => {
  const out = new Map<string, z.input<typeof Tag>>()
  const n = random.int(4)
  for (let i = 0; i < n; i++) {
    const [name, value] = random.pick(seeds.names.tags)
    out.set(name, {
      clientId: person.id,
      name,
      value,
      changedAt: isoTime(today - random.int(500), 540 + random.int(500)),
    })
  }
  return [...out.values()]
}

const titles = {
  contact: '电话回访',
  questionnaire: '提醒更新风险测评',
  suggestion: '讨论调整建议',
  report: '发送季度账户报告',
  maturity: '产品到期安排',
} as const

export const taskRows = (person: Person, cell: Cell, today: number, random: Random): z.input<typeof Task>[] => {
  if (!random.chance(cell.tier >= 4 ? 0.22 : 0.03)) return []
  const kind = random.pick(Object.keys(titles) as (keyof typeof titles)[])
  return [
    {
      id: `W-${person.id}-1`,
      clientId: person.id,
      kind,
      title: titles[kind],
      dueOn: isoDate(today + 1 + random.int(24)),
      state: random.chance(0.75) ? 'open' : 'done',
      changedAt: isoTime(today - random.int(12), 560 + random.int(460)),
    },
  ]
}

export const engagementRows = (
  person: Person,
  cell: Cell,
  today: number,
  random: Random,
): z.input<typeof Engagement>[] => {
  if (!random.chance(cell.tier >= 4 ? 0.3 : 0.03)) return []
  const reportId = `R-${person.id}-1`
  const sent = today - 5 - random.int(60)
  const base = { clientId: person.id, reportId, source: 'link' as const }
  const out: z.input<typeof Engagement>[] = [
    {
      ...base,
      id: `E-${person.id}-1`,
      at: isoTime(sent, 600),
      kind: 'sent',
      pages: null,
      answers: null,
      source: 'mail',
    },
  ]
  if (random.chance(0.7))
    out.push({
      ...base,
      id: `E-${person.id}-2`,
      at: isoTime(sent + random.int(4), 1100 + random.int(200)),
      kind: 'opened',
      pages: null,
      answers: null,
    })
  if (out.length > 1 && random.chance(0.4))
    out.push({
      ...base,
      id: `E-${person.id}-3`,
      at: isoTime(sent + 4, 900),
      kind: 'answered',
      pages: 1 + random.int(12),
      answers: {
        understood: random.pick(['yes', 'yes', 'partly']),
        contact: random.pick(['call', 'later', 'no']),
        question: '',
      },
    })
  // Most answers were followed up at once; the last ones wait
  if (out.length > 2 && (sent + 4 < today - 12 || random.chance(0.5)))
    out.push({
      ...base,
      id: `E-${person.id}-4`,
      at: isoTime(sent + 5, 660),
      kind: 'followedUp',
      pages: null,
      answers: null,
    })
  return out
}
