import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError } from '../clear-error.ts'
import type { Command } from '../io.ts'
import { cellOf, makeBatch, type Cell } from '../make-batch.ts'
import { printJson } from '../print.ts'
import { saveReport, type ReportInput } from '../save-report.ts'
import { homeOf, withEngine } from '../with-engine.ts'

const options = {
  home: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  edition: { type: 'string', default: 'client' },
  locale: { type: 'string', default: 'zh-CN' },
  segment: { type: 'string' },
  period: { type: 'string', default: 'quarter' },
} as const

type Common = Pick<ReportInput, 'edition' | 'locale'>
type Subject = Pick<ReportInput, 'kind' | 'subject'>

const commonOf = (edition: string, locale: string): Common => {
  if (edition !== 'client' && edition !== 'internal')
    throw new UsageError(`no edition "${edition}": client or internal`)
  if (locale !== 'zh-CN' && locale !== 'en') throw new UsageError(`no language "${locale}": zh-CN or en`)
  return { edition, locale }
}

type Asked = Subject | { readonly kind: 'batch'; readonly cell: Cell }

const askedOf = (
  [kind, ...subjects]: readonly string[],
  { period, segment }: { readonly period: string; readonly segment?: string },
): Asked => {
  const one = (what: string): string => {
    const [subject] = subjects
    if (subject === undefined) throw new UsageError(`which ${what}?`)
    return subject
  }
  switch (kind) {
    case 'client':
      return { kind: 'account', subject: one('client') }
    case 'fund':
      return { kind: 'fund', subject: one('fund') }
    case 'compare':
      if (subjects.length < 2) throw new UsageError('which funds? name 2 to 5 codes')
      return { kind: 'comparison', subject: subjects.join(',') }
    case 'segments':
      return { kind: 'segment', subject: period }
    case 'batch':
      return { kind, cell: cellOf(segment) }
    default:
      throw new UsageError('client, fund, compare, segments or batch?')
  }
}

export const command: Command = {
  name: 'report',
  usage: [
    'report client <id> --out f.pdf [--edition client|internal] [--locale zh-CN|en] [--home dir] [--json]',
    'report fund <code> --out f.pdf [--edition client|internal] [--locale zh-CN|en] [--home dir] [--json]',
    'report compare <code> <code> … --out f.pdf [--edition client|internal] [--locale zh-CN|en] [--home dir] [--json]',
    'report segments --out f.pdf [--period month|quarter|year] [--locale zh-CN|en] [--home dir] [--json]',
    'report batch --segment 5-allocation --out dir [--edition client|internal] [--home dir] [--json]',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const asked = askedOf(positionals, values)
    if (values.out === undefined) throw new UsageError('where to? name it with --out')
    const out = resolve(io.cwd, values.out)
    const common = commonOf(values.edition, values.locale)
    return withEngine(homeOf(values.home, io), io, async (api, engine) => {
      if (asked.kind === 'batch') {
        const { made, failed } = await makeBatch(api, engine, io, { ...asked.cell, ...common }, out)
        if (values.json === true) printJson(io, { made, failed })
        else io.stdout.write(`${made.length} reports in ${out}, ${failed.length} failed\n`)
        return failed.length === 0 ? 0 : 1
      }
      const row = await saveReport(api, engine, { ...asked, ...common }, out)
      if (values.json === true) printJson(io, row)
      else
        io.stdout.write(
          `${out}: ${row.id}, ${row.subjectName}, ${row.pages} pages, data of ${row.dataDate}, ${row.seconds.toFixed(1)} s\n`,
        )
      return 0
    })
  },
}
