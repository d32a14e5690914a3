import { parseArgs } from 'node:util'
import type { Command } from '../io.ts'
import { printJson } from '../print.ts'
import { homeOf, withEngine } from '../with-engine.ts'

export const command: Command = {
  name: 'verify',
  usage: 'verify [--home dir] [--json]',
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { home: { type: 'string' }, json: { type: 'boolean' } } })
    return withEngine(homeOf(values.home, io), io, async api => {
      const report = await api.suggestions.verify({})
      if (values.json === true) {
        printJson(io, report)
        return report.whole ? 0 : 1
      }
      for (const line of report.integrity) io.stdout.write(`database: ${line}\n`)
      for (const fault of report.faults)
        io.stdout.write(`chain: record ${fault.index + 1} (${fault.id ?? '—'}) ${fault.kind}\n`)
      for (const id of report.rerun.different) io.stdout.write(`verdict: ${id} comes out differently\n`)
      for (const id of report.rerun.packUnknown) io.stdout.write(`verdict: ${id} names a pack that is not here\n`)
      io.stdout.write(
        `${report.whole ? 'whole' : 'NOT WHOLE'}: ${report.records} records, ${report.rerun.same} verdicts the same, last hash ${report.hash}\n`,
      )
      return report.whole ? 0 : 1
    })
  },
}
