import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ClearError, UsageError } from '../clear-error.ts'
import type { Command, Io } from '../io.ts'
import { printJson } from '../print.ts'
import { saveReport, type ReportInput } from '../save-report.ts'
import { homeOf, withEngine, type Api } from '../with-engine.ts'
import type { Engine } from '../../engine.ts'

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

const cellOf = (segment: string | undefined): { readonly tier: number; readonly style: string } => {
  const [, tier, style] = /^([1-5])-(trading|wealth|allocation)$/.exec(segment ?? '') ?? []
  if (tier === undefined || style === undefined)
    throw new UsageError('--segment is tier and style, for example 5-allocation')
  return { tier: Number(tier), style }
}

/** Every client of a cell; one that fails is told and counted, the others go on. */
const batch = async (api: Api, engine: Engine, io: Io, segment: string | undefined, out: string, common: Common) => {
  const { tier, style } = cellOf(segment)
  const clients = (await api.clients.list({})).filter(row => row.tier === tier && row.style === style)
  if (clients.length === 0) throw new ClearError(`no client is in cell ${tier}-${style}`)
  const made: { readonly client: string; readonly path: string; readonly pages: number }[] = []
  const failed: { readonly client: string; readonly reason: string }[] = []
  for (const [at, { id }] of clients.entries()) {
    const path = join(out, `${id}.pdf`)
    try {
      const row = await saveReport(api, engine, { kind: 'account', subject: id, ...common }, path)
      made.push({ client: id, path, pages: row.pages })
      io.stderr.write(`report: ${at + 1} of ${clients.length}\n`)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      failed.push({ client: id, reason })
      io.stderr.write(`report: ${id}: ${reason}\n`)
    }
  }
  return { made, failed }
}

const inputOf = (kind: string | undefined, subjects: readonly string[], period: string): Subject | null => {
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
      return null
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
    const [kind, ...subjects] = positionals
    const subject = inputOf(kind, subjects, values.period)
    if (values.out === undefined) throw new UsageError('where to? name it with --out')
    const out = resolve(io.cwd, values.out)
    const common = commonOf(values.edition, values.locale)
    if (subject === null) cellOf(values.segment)
    return withEngine(homeOf(values.home, io), io, async (api, engine) => {
      if (subject === null) {
        const { made, failed } = await batch(api, engine, io, values.segment, out, common)
        if (values.json === true) printJson(io, { made, failed })
        else io.stdout.write(`${made.length} reports in ${out}, ${failed.length} failed\n`)
        return failed.length === 0 ? 0 : 1
      }
      const row = await saveReport(api, engine, { ...subject, ...common }, out)
      if (values.json === true) printJson(io, row)
      else
        io.stdout.write(
          `${out}: ${row.id}, ${row.subjectName}, ${row.pages} pages, data of ${row.dataDate}, ${row.seconds.toFixed(1)} s\n`,
        )
      return 0
    })
  },
}
