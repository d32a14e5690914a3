import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagnoseAccount } from '../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { diagnoseFund } from '../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import type { AccountReport } from '../../src-main/model/report/account-report.ts'
import type { FundReport } from '../../src-main/model/report/fund-report.ts'
import { SegmentReview } from '../../src-main/model/report/segment-review.ts'
import { ReportPack } from '../../src-main/model/report-pack.ts'
import { ReportSetup } from '../../src-main/model/report/report-setup.ts'
import { accountInput, type Scenario } from './account-input.ts'
import { syntheticInput } from './fund-input.ts'

export const reportPack = ReportPack.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/rule-packs/reports/2026.11.3.json'), 'utf8')),
)

export const printCss = readFileSync(join(import.meta.dirname, '../../resources/print/report.css'), 'utf8')

export const reportSetup = (over: Partial<ReportSetup> = {}): ReportSetup =>
  ReportSetup.parse({
    edition: 'client',
    locale: 'zh-CN',
    css: printCss,
    pack: reportPack,
    firm: { name: '溪山证券', logo: null, accent: null, notice: null },
    advisor: { name: '周明远', licence: 'S0990000000001', branch: '临江营业部' },
    reportId: 'AD-20261123-0017',
    date: '2026-11-23',
    versions: [
      { name: '适当性规则', version: '2026-12-12' },
      { name: '客群规则', version: '2026.11.2' },
      { name: '方法包', version: '2026.11' },
    ],
    ...over,
  })

let fund: FundReport | null = null
export const fundReport = (): FundReport => (fund ??= diagnoseFund(syntheticInput()))

export const accountReport = (scenario: Scenario = {}): AccountReport => diagnoseAccount(accountInput(scenario))

/** The same diagnosis under the name and code of every holding of the account. */
export const fundsOf = (account: AccountReport): ReadonlyMap<string, FundReport> =>
  new Map(
    account.holdings.map(h => [
      h.code,
      { ...fundReport(), profile: { ...fundReport().profile, name: h.name, code: h.code } },
    ]),
  )

/** A book of 850 clients over a quarter; the same on every run. */
export const segmentReview = (): SegmentReview =>
  SegmentReview.parse({
    kind: 'segments',
    date: '2026-11-23',
    from: '2026-08-24',
    to: '2026-11-20',
    cells: ([5, 4, 3, 2, 1] as const).flatMap((tier, t) =>
      (['trading', 'wealth', 'allocation'] as const).map((style, s) => ({
        tier,
        style,
        clients: (t + 1) * (3 - s) * 9,
        assets: (5 - t) * (5 - t) * (s + 1) * 12_345_678_900,
        movedIn: t + s,
        movedOut: s,
        contactsDue: (5 - t) * 40,
        contactsMade: (5 - t) * 40 - 3 * t * (s + 1),
        overdue: t * (s + 1) * 2,
        mismatched: t,
        undetermined: s,
        reportsSent: 20 - t * 3,
        reportsAnswered: 9 - t,
      })),
    ),
    unplaced: 12,
    pack: '2026.11.2',
    limits: { overdue: 0.1, mismatched: 0.05 },
  })

/** A deep copy in which `change` sees every value with its key. */
export const rewritten = <T>(value: T, change: (value: unknown, key: string) => unknown): T => {
  const walk = (v: unknown, key: string): unknown => {
    const next = change(v, key)
    if (Array.isArray(next)) return next.map(item => walk(item, key))
    if (next !== null && typeof next === 'object')
      return Object.fromEntries(Object.entries(next).map(([k, item]) => [k, walk(item, k)]))
    return next
  }
  return walk(value, '') as T
}

const isFigure = (v: unknown): v is { value: number | null; unit: string; reason: string | null } =>
  v !== null && typeof v === 'object' && 'card' in v && 'unit' in v && 'value' in v

/** Every figure missing, every list of the pictures empty. */
export const withoutData = <T extends { readonly reasons: object }>(report: T): T =>
  rewritten(report, (v, key) => {
    if (isFigure(v)) return { ...v, value: null, reason: Object.keys(report.reasons)[0] ?? '' }
    if (Array.isArray(v) && EMPTIED.has(key)) return []
    return v
  })
const EMPTIED = new Set([
  'assets',
  'flows',
  'returns',
  'calendarYears',
  'contributions',
  'months',
  'sectors',
  'stocks',
  'managers',
  'codes',
  'names',
  'values',
  'stress',
  'shocks',
  'moves',
  'products',
  'findings',
  'actions',
  'forces',
  'fits',
  'dates',
  'fund',
  'years',
  'standing',
  'hold',
  'drawdowns',
  'columns',
  'strengths',
  'risks',
  'alerts',
  'rows',
  'topTen',
  'allocation',
  'classes',
])

/** Every figure turned below zero. */
export const allNegative = <T>(report: T): T =>
  rewritten(report, v =>
    isFigure(v) && v.value !== null && (v.unit === 'return' || v.unit === 'fen')
      ? { ...v, value: -Math.abs(v.value) * (v.unit === 'fen' ? 37 : 1) }
      : v,
  )

export const LONGEST = '临江众泽新能源股权投资合伙企业（有限合伙）专享定制稳健增强灵活配置混合型证券投资基金C'
export const HOSTILE = '<img src=x onerror=alert(1)>"\'&\u202Egnp.exe'

const isVersioned = (v: unknown): v is AccountReport =>
  v !== null && typeof v === 'object' && 'kind' in v && 'closing' in v

/** Every name of a thing or a person replaced; rule packs keep theirs. */
export const renamed = <T>(report: T, name: string): T => {
  const out = rewritten(report, (v, key) => ((key === 'name' || key === 'manager') && typeof v === 'string' ? name : v))
  if (isVersioned(report) && isVersioned(out)) Object.assign(out.closing, { versions: report.closing.versions })
  return out
}
