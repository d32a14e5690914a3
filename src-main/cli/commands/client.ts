import { parseArgs } from 'node:util'
import { formatMoney } from '../../model/format/money.ts'
import { UsageError } from '../clear-error.ts'
import type { Command } from '../io.ts'
import { printJson, printTable } from '../print.ts'
import { homeOf, withEngine } from '../with-engine.ts'

const money = (fen: number | null): string => (fen === null ? '—' : formatMoney(fen, { locale: 'zh-CN' }))

export const command: Command = {
  name: 'client',
  usage: 'client <id> [--home dir] [--json]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { home: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [id] = positionals
    if (id === undefined) throw new UsageError('which client?')
    return withEngine(homeOf(values.home, io), io, async api => {
      const view = await api.clients.view({ id })
      if (values.json === true) {
        printJson(io, view)
        return 0
      }
      const { segment } = view
      io.stdout.write(
        `${view.name}  ${view.id}  ${segment.tierName?.zh ?? '未定'} × ${segment.styleName?.zh ?? '未定'}  ${money(view.assets)}\n`,
      )
      for (const reason of segment.reasons) io.stdout.write(`  ${reason.zh}\n`)
      io.stdout.write(
        `  ${view.risk.capacity ?? 'C 缺失'}，问卷有效至 ${view.risk.validUntil ?? '—'}；逾期 ${view.service.overdueDays} 天\n`,
      )
      printTable(
        io,
        ['code', 'value', 'share', 'verdict', 'name'],
        view.holdings.map(each => [
          each.code,
          money(each.value),
          `${(each.share * 100).toFixed(1)}%`,
          `${each.verdict} (${each.comparison.zh})`,
          each.name,
        ]),
      )
      return 0
    })
  },
}
