import { parseArgs } from 'node:util'
import type { Calculator } from '../calc/calculator.ts'
import { calculators } from '../calc/calculators.ts'
import { ClearError, UsageError } from '../clear-error.ts'
import type { Command, Io } from '../io.ts'
import { readAll, readLines } from '../read-lines.ts'

export const command: Command = {
  name: 'calc',
  usage: `calc <${Object.keys(calculators).join('|')}> [--json] [--batch] < input.json`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, batch: { type: 'boolean' }, home: { type: 'string' } },
      allowPositionals: true,
    })
    const [name, ...extra] = positionals
    if (name === undefined) throw new UsageError('which calculator?')
    if (extra.length > 0) throw new UsageError(`one calculator at a time, not also "${extra[0]}"`)
    const load = Object.hasOwn(calculators, name) ? calculators[name] : undefined
    if (load === undefined) throw new UsageError(`no calculator "${name}"`)
    if (io.stdin.isTTY === true) throw new UsageError('give the input as JSON on stdin')
    const calculate = await load()
    if (values.batch === true) return batch(name, calculate, io)
    const answer = answerTo(name, calculate, await readAll(io.stdin))
    io.stdout.write(`${JSON.stringify(answer, null, values.json === true ? undefined : 2)}\n`)
    return 0
  },
}

function answerTo(name: string, calculate: Calculator, text: string): unknown {
  let question: unknown
  try {
    question = JSON.parse(text)
  } catch (error) {
    const what = text.trim() === '' ? 'stdin is empty' : `not JSON: ${error instanceof Error ? error.message : ''}`
    throw new ClearError(`${name}: input: ${what}; give one JSON object`, { cause: error })
  }
  try {
    return calculate(question)
  } catch (error) {
    if (error instanceof ClearError) throw new ClearError(`${name}: ${error.message}`, { cause: error })
    throw error
  }
}

/** One answer a line, in order; a faulty line answers `{ "error": … }`, the rest goes on, and the exit code says so. */
async function batch(name: string, calculate: Calculator, io: Io): Promise<number> {
  let line = 0
  let faults = 0
  let out = ''
  for await (const text of readLines(io.stdin)) {
    line++
    let answer: unknown
    try {
      answer = answerTo(name, calculate, text)
    } catch (error) {
      if (!(error instanceof ClearError)) throw error
      faults++
      answer = { error: error.message }
      if (faults === 1) io.stderr.write(`advisor calc: line ${line}: ${error.message.replaceAll(/\s+/g, ' ')}\n`)
    }
    out += `${JSON.stringify(answer)}\n`
    if (out.length > 65_536) {
      io.stdout.write(out)
      out = ''
    }
  }
  io.stdout.write(out)
  return faults === 0 ? 0 : 1
}
