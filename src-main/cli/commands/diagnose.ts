import { parseArgs } from 'node:util'
import { UsageError } from '../clear-error.ts'
import type { Command } from '../io.ts'
import { printJson } from '../print.ts'
import { homeOf, withEngine } from '../with-engine.ts'

export const command: Command = {
  name: 'diagnose',
  usage: 'diagnose fund <code> [--as-of date] [--home dir] [--json]\ndiagnose client <id> [--home dir] [--json]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { home: { type: 'string' }, json: { type: 'boolean' }, 'as-of': { type: 'string' } },
      allowPositionals: true,
    })
    const [kind, subject] = positionals
    if ((kind !== 'fund' && kind !== 'client') || subject === undefined)
      throw new UsageError('diagnose which fund or client?')
    return withEngine(homeOf(values.home, io), io, async api => {
      const report =
        kind === 'fund'
          ? await api.funds.diagnosis({ code: subject, asOf: values['as-of'] ?? null })
          : await api.clients.diagnosis({ id: subject })
      if (values.json === true) printJson(io, report)
      else io.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
      return 0
    })
  },
}
