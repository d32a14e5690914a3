import { parseArgs } from 'node:util'
import type { Command } from '../io.ts'
import { printJson, printTable } from '../print.ts'
import { homeOf, withEngine } from '../with-engine.ts'

const YUAN = 100

export const command: Command = {
  name: 'segment',
  usage: 'segment [--home dir] [--json]',
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { home: { type: 'string' }, json: { type: 'boolean' } } })
    return withEngine(homeOf(values.home, io), io, async api => {
      const view = await api.matrix.view({})
      if (values.json === true) {
        printJson(io, view)
        return 0
      }
      printTable(
        io,
        ['cell', 'clients', 'assets (yuan)', 'overdue', 'mismatch'],
        view.cells.map(cell => [
          `${cell.tier}-${cell.style}`,
          String(cell.count),
          (cell.aum / YUAN).toFixed(2),
          String(cell.overdue),
          `${(cell.mismatchShare * 100).toFixed(1)}%`,
        ]),
      )
      io.stdout.write(
        `${view.clients} clients, ${view.undetermined} undetermined, data of ${view.dataDate}, pack ${view.pack.version}\n`,
      )
      return 0
    })
  },
}
