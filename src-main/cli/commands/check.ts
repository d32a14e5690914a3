import { parseArgs } from 'node:util'
import { UsageError } from '../clear-error.ts'
import type { Command } from '../io.ts'
import { printJson } from '../print.ts'
import { homeOf, withEngine } from '../with-engine.ts'

const words = { match: '匹配', mismatch: '不匹配', undetermined: '无法判定' } as const

export const command: Command = {
  name: 'check',
  usage: 'check <clientId> <productCode> [--client-asks] [--home dir] [--json]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { home: { type: 'string' }, json: { type: 'boolean' }, 'client-asks': { type: 'boolean' } },
      allowPositionals: true,
    })
    const [clientId, code] = positionals
    if (clientId === undefined || code === undefined || positionals.length > 2)
      throw new UsageError('which client, and which product?')
    return withEngine(homeOf(values.home, io), io, async api => {
      const initiative = values['client-asks'] === true ? 'client' : 'advisor'
      const { judged, evidence } = await api.suggestions.check({ clientId, code, initiative })
      if (values.json === true) {
        printJson(io, { ...judged.verdict, evidence: { id: evidence.id, at: evidence.at, hash: evidence.hash } })
        return 0
      }
      const { verdict } = judged
      io.stdout.write(
        `${words[verdict.verdict]}  ${judged.comparison.zh}  ${verdict.action} ${verdict.codes.join(' ')}\n`,
      )
      for (const rule of judged.rules) io.stdout.write(`  ${rule.source} ${rule.article} [${rule.mark}] ${rule.text}\n`)
      for (const requirement of verdict.requirements) io.stdout.write(`  - ${requirement.text.zh}\n`)
      io.stdout.write(`  ${verdict.pack}；证据 ${evidence.id} ${evidence.hash}\n  ${judged.disclaimer.zh}\n`)
      return 0
    })
  },
}
