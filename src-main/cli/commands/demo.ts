import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ClearError } from '../clear-error.ts'
import type { Command, Io } from '../io.ts'
import { printJson } from '../print.ts'
import { saveReport } from '../save-report.ts'
import { homeOf, withEngine, type Api } from '../with-engine.ts'
import { joined } from '../../contract/joined.ts'
import type { Engine } from '../../engine.ts'
import { syncToEnd } from './sync.ts'

const reportOf = { edition: 'client', locale: 'zh-CN' } as const

/** The client of the top cell with the most holdings, and the largest fund among them. */
const subjects = async (api: Api): Promise<{ readonly client: string; readonly fund: string }> => {
  const rows = await joined(await api.clients.list({}))
  const top = rows.filter(row => row.tier === 5 && row.style === 'allocation')
  const [client] = (top.length > 0 ? top : rows).toSorted((a, b) => b.holdings - a.holdings || a.id.localeCompare(b.id))
  if (client === undefined) throw new ClearError('the synced book has no client')
  const { holdings } = await api.clients.view({ id: client.id })
  const known = new Set((await api.funds.list({})).map(fund => fund.code))
  const [fund] = holdings.filter(row => known.has(row.code)).toSorted((a, b) => b.value - a.value)
  if (fund === undefined) throw new ClearError(`client ${client.id} holds no fund`)
  return { client: client.id, fund: fund.code }
}

/** Steps one after the other with their seconds, told on stderr as they end. */
const stopwatch = (io: Io) => {
  const seconds: Record<string, number> = {}
  return {
    seconds,
    step: async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const begun = performance.now()
      const result = await work()
      const took = Math.round(performance.now() - begun) / 1000
      seconds[name] = took
      io.stderr.write(`demo: ${name.padEnd(18)} ${took.toFixed(1).padStart(7)} s\n`)
      return result
    },
  }
}

const mainJob = async (api: Api, engine: Engine, io: Io, out: string, begun: number) => {
  const state = await api.session.state({})
  if (state.kind !== 'open' || !state.demo)
    throw new ClearError('this data folder holds a real book; name another one with --home')
  const { seconds, step } = stopwatch(io)
  await api.session.startDemo({})
  seconds['headOffice'] = Math.round(performance.now() - begun) / 1000
  const sync = await step('sync', () => syncToEnd(api, io))
  if (sync.state !== 'done') throw new ClearError(`the sync ended as ${sync.state}: ${sync.error?.message ?? ''}`)
  const matrix = await step('segments', () => api.matrix.view({}))
  const { client, fund } = await step('clients', () => subjects(api))
  const account = await step('clientDiagnosis', () => api.clients.diagnosis({ id: client }))
  await step('fundDiagnosis', () => api.funds.diagnosis({ code: fund, asOf: null }))
  const clientReport = await step('clientReport', () =>
    saveReport(
      api,
      engine,
      { kind: 'account', subject: client, ...reportOf },
      join(out, 'client-account-diagnosis.pdf'),
    ),
  )
  const fundReport = await step('fundReport', () =>
    saveReport(api, engine, { kind: 'fund', subject: fund, ...reportOf }, join(out, 'fund-diagnosis.pdf')),
  )
  return {
    clients: matrix.clients,
    clientsPerCell: Object.fromEntries(matrix.cells.map(cell => [`${cell.tier}-${cell.style}`, cell.count])),
    undetermined: matrix.undetermined,
    dataDate: matrix.dataDate,
    rowsSynced: sync.rows,
    rejects: sync.rejects,
    segmentPack: matrix.pack.version,
    client: { id: client, sections: Object.keys(account).length },
    fund: { code: fund },
    reports: [clientReport, fundReport].map(({ id, path, pages, bytes, sha256 }) => ({
      id,
      path,
      pages,
      bytes,
      sha256,
    })),
    seconds,
  }
}

export const command: Command = {
  name: 'demo',
  usage: 'demo [--out dir] [--home dir] [--json]',
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { home: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } },
    })
    const out = resolve(io.cwd, values.out ?? 'advisor-demo')
    await mkdir(out, { recursive: true })
    const open = { create: 'demo' } as const
    const begun = performance.now()
    const job = (api: Api, engine: Engine) => mainJob(api, engine, io, out, begun)
    const summary = await withEngine(homeOf(values.home, io), io, job, open)
    await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
    if (values.json === true) printJson(io, summary)
    else
      io.stdout.write(
        `${summary.clients} clients in 15 cells, ${summary.rowsSynced} rows synced, ${summary.reports.length} reports and summary.json in ${out}\n`,
      )
    return 0
  },
}
