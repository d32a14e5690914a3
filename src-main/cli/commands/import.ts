import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ImportCount, ImportPreview, ImportStep } from '../../contract/imports.ts'
import { ClearError, UsageError } from '../clear-error.ts'
import type { Command, Io } from '../io.ts'
import { printJson, printTable } from '../print.ts'
import { homeOf, withEngine, type Api } from '../with-engine.ts'

const SHOWN = 20

const tellCounts = (io: Io, counts: readonly ImportCount[]): void =>
  printTable(
    io,
    ['stream', 'new', 'changed', 'same'],
    counts.map(each => [each.stream, String(each.added), String(each.changed), String(each.same)]),
  )

const tellTables = (io: Io, { tables }: ImportPreview): void => {
  printTable(
    io,
    ['file', 'holds', 'lines', 'ready', 'duplicates', 'skipped', 'rejects', 'format'],
    tables.map(table => [
      table.sheet === null ? table.file : `${table.file} [${table.sheet}]`,
      table.mapping?.kind ?? 'not known, left out',
      ...[table.lines, table.ready, table.duplicates, table.skipped, table.rejected].map(String),
      table.format,
    ]),
  )
  for (const table of tables)
    for (const { line, reason } of table.rejects.slice(0, SHOWN))
      io.stderr.write(`import: ${table.file} line ${line}: ${reason.zh} (${reason.en})\n`)
}

const EVERY = 50_000

/** Tells the steps on the way to the end. */
const endOf = async <K extends ImportStep['kind']>(
  steps: AsyncIterable<ImportStep>,
  kind: K,
  io: Io,
): Promise<Extract<ImportStep, { readonly kind: K }>> => {
  let told = ''
  for await (const step of steps) {
    if (step.kind === kind) return step as Extract<ImportStep, { readonly kind: K }>
    if (!('rows' in step)) continue
    const text = `${step.kind} ${'file' in step ? `${step.file} ` : ''}${Math.floor(step.rows / EVERY) * EVERY}`
    if (step.rows >= EVERY && text !== told)
      io.stderr.write(`import: ${text} rows${'of' in step ? ` of ${step.of}` : ''}\n`)
    told = text
  }
  throw new ClearError('the import was stopped; nothing was written')
}

const list = async (api: Api, io: Io, json: boolean): Promise<number> => {
  const all = await api.imports.list({})
  if (json) printJson(io, all)
  else
    printTable(
      io,
      ['id', 'at', 'rows', 'rejects', 'taken back', 'files'],
      all.map(each => [
        each.id,
        each.at,
        String(each.counts.reduce((sum, count) => sum + count.added + count.changed, 0)),
        String(each.rejected),
        each.undoneAt ?? '',
        each.files.join(', '),
      ]),
    )
  return 0
}

export const command: Command = {
  name: 'import',
  usage: [
    'import <path>… [--client id] [--dry-run] [--home dir] [--json]',
    'import --list [--home dir] [--json]',
    'import --undo <id> [--home dir] [--json]',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        home: { type: 'string' },
        json: { type: 'boolean', default: false },
        client: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        undo: { type: 'string' },
      },
      allowPositionals: true,
    })
    const { json, list: isList, undo } = values
    if (positionals.length === 0 && !isList && undo === undefined) throw new UsageError('which file?')
    const create = isList || undo !== undefined ? {} : ({ create: 'book' } as const)
    return withEngine(
      homeOf(values.home, io),
      io,
      async (api, engine) => {
        if (isList) return list(api, io, json)
        if (undo !== undefined) {
          const done = await endOf(await api.imports.undo({ id: undo }), 'undone', io)
          if (json) printJson(io, { restored: done.restored, kept: done.kept })
          else io.stdout.write(`${done.restored} rows as before, ${done.kept} kept because they changed since\n`)
          return 0
        }
        const source = engine.imports.open(positionals.map(path => resolve(io.cwd, path)))
        const request = { source, clientId: values.client ?? null, mappings: [] }
        const { preview } = await endOf(await api.imports.preview(request), 'preview', io)
        if (!json) tellTables(io, preview)
        if (values['dry-run']) {
          if (json) printJson(io, preview)
          else tellCounts(io, preview.counts)
          return 0
        }
        const { outcome } = await endOf(await api.imports.apply(request), 'written', io)
        if (json) printJson(io, outcome)
        else {
          tellCounts(io, outcome.counts)
          io.stdout.write(`import ${outcome.id}; "advisor import --undo ${outcome.id}" takes it back\n`)
        }
        return 0
      },
      create,
    )
  },
}
