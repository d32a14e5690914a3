import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ClearError, UsageError } from '../clear-error.ts'
import type { Command, Io } from '../io.ts'
import { printJson, printTable } from '../print.ts'
import { homeOf, withEngine, type Api } from '../with-engine.ts'

type Preview = Awaited<ReturnType<Api['rulePacks']['preview']>>
type QuestionnairePreview = Awaited<ReturnType<Api['rulePacks']['previewQuestionnaire']>>
type Line = Awaited<ReturnType<Api['rulePacks']['list']>>[number]

const textOf = async (io: Io, file: string): Promise<string> => {
  try {
    return await readFile(resolve(io.cwd, file), 'utf8')
  } catch (cause) {
    throw new ClearError(`${file}: the file cannot be read; check the path`, { cause })
  }
}

const printPreview = (io: Io, p: Preview): void => {
  const write = (line: string): void => void io.stdout.write(`${line}\n`)
  const { marks } = p
  write(`${p.version}  ${p.name.zh}  from ${p.effectiveOn}, compared with ${p.against ?? '—'} on ${p.date}`)
  write(`sha256 ${p.sha256}`)
  write(`rules: ${marks.verified} verified, ${marks.quoted} quoted, ${marks.unverified} unverified (规则文本未核对)`)
  for (const each of p.changes) write(`  ${each.kind} ${each.which}: ${each.before ?? '—'} -> ${each.after ?? '—'}`)
  write(`clients: ${p.clients.affected} with another verdict, ${p.clients.worse} for the worse`)
  for (const each of p.holdings.flows) write(`  holdings ${each.from} -> ${each.to}: ${each.holdings}`)
  write(`products: ${p.products.affected}`)
  for (const each of p.products.rows.slice(0, 20))
    write(`  ${each.code} ${each.name}: fits ${each.gained} more and ${each.lost} fewer clients`)
  write(`suggestions under way: ${p.suggestions.affected} of ${p.suggestions.open}`)
  for (const each of p.suggestions.rows.slice(0, 20))
    write(`  ${each.id} ${each.clientId} ${each.code}: ${each.before} -> ${each.after}`)
  for (const each of p.templates)
    write(
      `template ${each.template}: ${each.verdicts} verdicts, ${each.articles} articles, ${each.texts} texts; ${each.made} made`,
    )
}

const printLines = (io: Io, lines: readonly Line[]): void =>
  printTable(
    io,
    ['kind', 'version', 'from', 'state', 'origin', 'verified', 'quoted', 'unverified', 'sha256'],
    lines.map(each => [
      each.kind,
      each.version,
      each.effectiveOn,
      each.state,
      each.origin,
      String(each.marks?.verified ?? '—'),
      String(each.marks?.quoted ?? '—'),
      String(each.marks?.unverified ?? '—'),
      each.sha256.slice(0, 16),
    ]),
  )

const printQuestionnaire = (io: Io, p: QuestionnairePreview): void => {
  const write = (line: string): void => void io.stdout.write(`${line}\n`)
  const { clients } = p
  write(`${p.version}  ${p.name.zh} (${p.for})  from ${p.effectiveOn}, compared with ${p.against ?? '—'} on ${p.date}`)
  write(`sha256 ${p.sha256}`)
  for (const each of p.changes) write(`  ${each.kind} ${each.which}: ${each.before ?? '—'} -> ${each.after ?? '—'}`)
  write(`clients with answers: ${clients.answered}; the same answers give ${clients.higher} a higher level,`)
  write(
    `  ${clients.lower} a lower one, ${clients.same} the same; ${clients.open} lack answers. Levels stay until answered again.`,
  )
  for (const each of clients.flows) write(`  ${each.from} -> ${each.to}: ${each.clients}`)
}

/** The preview of a file leaves nothing behind unless the pack was here before. */
const previewFile = async (api: Api, io: Io, file: string): Promise<Preview | QuestionnairePreview> => {
  const before = await api.rulePacks.list({})
  const { version, kind } = await api.rulePacks.add({ text: await textOf(io, file), file: basename(file) })
  try {
    return kind === 'suitability'
      ? await api.rulePacks.preview({ version })
      : await api.rulePacks.previewQuestionnaire({ version })
  } finally {
    if (!before.some(each => each.kind === kind && each.version === version))
      await api.rulePacks.remove({ kind, version })
  }
}

/** A version may name a pack of each kind; then the kind is needed. */
const namedPack = async (
  api: Api,
  version: string,
  kind: string | undefined,
): Promise<Pick<Line, 'kind' | 'version'>> => {
  const named = (await api.rulePacks.list({})).filter(
    each => each.version === version && (kind === undefined || each.kind === kind),
  )
  const [found, other] = named
  if (found === undefined)
    throw new ClearError(`${version}: there is no such pack; "pack list" names those that are here`)
  if (other !== undefined)
    throw new UsageError(`${version} names a pack of each kind: say --kind suitability or --kind questionnaires`)
  return { kind: found.kind, version }
}

export const command: Command = {
  name: 'pack',
  usage: [
    'pack list [--home dir] [--json]',
    'pack preview <file.json> [--home dir] [--json]',
    'pack add <file.json> [--home dir] [--json]',
    'pack activate|retire|remove <version> [--kind suitability|questionnaires] [--home dir] [--json]',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { home: { type: 'string' }, json: { type: 'boolean' }, kind: { type: 'string' } },
      allowPositionals: true,
    })
    const [what, which, ...rest] = positionals
    if (what !== 'list' && (which === undefined || rest.length > 0)) throw new UsageError('which pack?')
    return withEngine(homeOf(values.home, io), io, async api => {
      const show = (lines: readonly Line[]): number => {
        if (values.json === true) printJson(io, lines)
        else printLines(io, lines)
        return 0
      }
      const version = which ?? ''
      if (what === 'list') return show(await api.rulePacks.list({}))
      if (what === 'activate' || what === 'retire' || what === 'remove')
        return show(await api.rulePacks[what](await namedPack(api, version, values.kind)))
      if (what === 'add') {
        await api.rulePacks.add({ text: await textOf(io, version), file: basename(version) })
        return show(await api.rulePacks.list({}))
      }
      if (what !== 'preview') throw new UsageError('list, preview, add, activate, retire or remove?')
      const preview = await previewFile(api, io, version)
      if (values.json === true) printJson(io, preview)
      else if ('for' in preview) printQuestionnaire(io, preview)
      else printPreview(io, preview)
      return 0
    })
  },
}
