import { parseArgs } from 'node:util'
import { ClearError, UsageError } from '../clear-error.ts'
import type { Command } from '../io.ts'
import { printJson, printTable } from '../print.ts'

type Result = Awaited<ReturnType<Awaited<ReturnType<Registry['benchmarks'][number]['load']>>>>
type Registry = typeof import('../../../test/bench/registry.ts')
type One = Exclude<Result, readonly unknown[]>

/** The benchmarks live beside the tests, which an installed program does not carry. */
const registry = async (): Promise<Registry['benchmarks']> => {
  try {
    return (await import('../../../test/bench/registry.ts')).benchmarks
  } catch (cause) {
    throw new ClearError('the benchmarks are not part of this installation; run them in a checkout of the project', {
      cause,
    })
  }
}

const figure = (value: number): string => (Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(4))

export const command: Command = {
  name: 'bench',
  usage: 'bench [name] [--json]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [name] = positionals
    const groups = await registry()
    const wanted = name === undefined ? groups : groups.filter(group => group.names.includes(name))
    if (wanted.length === 0)
      throw new UsageError(`no benchmark "${name ?? ''}"; there are ${groups.flatMap(g => g.names).join(', ')}`)
    const results: One[] = []
    for (const group of wanted) {
      io.stderr.write(`bench: ${group.names.join(', ')}\n`)
      const measured: Result = await (await group.load())()
      const all = Array.isArray(measured) ? (measured as readonly One[]) : [measured as One]
      results.push(...all.filter(result => name === undefined || result.name === name))
    }
    if (values.json === true) printJson(io, name === undefined ? results : results[0])
    else
      printTable(
        io,
        ['name', 'value', 'reference', 'ratio', 'runs', 'unit'],
        results.map(r => [r.name, figure(r.value), figure(r.reference), figure(r.ratio), String(r.runs), r.unit]),
      )
    return 0
  },
}
