import { parseArgs } from 'node:util'
import type { SyncProgress } from '../../contract/sync.ts'
import { ClearError } from '../clear-error.ts'
import type { Command, Io } from '../io.ts'
import { printJson, printTable } from '../print.ts'
import { homeOf, withEngine, type Api } from '../with-engine.ts'

/** Runs one sync to its end, telling on stderr how far it is. */
export const syncToEnd = async (api: Api, io: Io): Promise<SyncProgress> => {
  let last: SyncProgress | null = null
  for await (const progress of await api.sync.run({})) {
    if (last === null || progress.tierReady !== last.tierReady)
      io.stderr.write(`sync: ${progress.rows} rows, book ready down to tier ${progress.tierReady}\n`)
    last = progress
  }
  if (last === null) throw new ClearError('the sync ended without an answer; run it again')
  return last
}

export const command: Command = {
  name: 'sync',
  usage: 'sync [--from url] [--home dir] [--json]\nsync --status [--home dir]',
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        home: { type: 'string' },
        json: { type: 'boolean' },
        status: { type: 'boolean' },
      },
    })
    return withEngine(homeOf(values.home, io), io, async api => {
      const before = await api.sync.status({})
      if (values.status === true) {
        printJson(io, before)
        return 0
      }
      if (values.from !== undefined && before.url !== values.from)
        throw new ClearError(
          `this device is enrolled at ${before.url ?? 'no head office'}, not at ${values.from}; enrol it there first`,
        )
      const end = await syncToEnd(api, io)
      if (values.json === true) printJson(io, end)
      else {
        const rows = end.streams.filter(each => each.rows + each.rejects > 0)
        printTable(
          io,
          ['stream', 'tier', 'rows', 'rejects'],
          rows.map(each => [each.stream, String(each.tier ?? ''), String(each.rows), String(each.rejects)]),
        )
        io.stdout.write(
          `${end.rows} rows, ${end.rejects} rejects, ${end.pushed} pushed in ${end.seconds.toFixed(1)} s\n`,
        )
      }
      if (end.error === null) return 0
      io.stderr.write(`advisor sync: ${end.error.message} · ${end.error.hint}\n`)
      return 1
    })
  },
}
