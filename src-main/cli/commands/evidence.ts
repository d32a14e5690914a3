import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { HalfYear } from '../../model/self-check.ts'
import { selfCheckFile } from '../../services/evidence/self-check-file.ts'
import { exportEvidence } from '../../services/evidence/evidence-files.ts'
import { UsageError } from '../clear-error.ts'
import type { Command, Io } from '../io.ts'
import { printJson } from '../print.ts'
import { homeOf, withEngine } from '../with-engine.ts'

const options = {
  home: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  locale: { type: 'string', default: 'zh-CN' },
} as const

/** `2026H2` to a PDF or a workbook, as the ending of the file says. */
const writeSelfCheck = async (
  io: Io,
  half: string,
  out: string,
  locale: 'zh-CN' | 'en',
  values: { readonly home?: string | undefined; readonly json?: boolean | undefined },
): Promise<number> => {
  const wanted = HalfYear.safeParse(half)
  if (!wanted.success) throw new UsageError(`no half-year "${half}": 2026H1 or 2026H2`)
  const format = out.endsWith('.pdf') ? 'pdf' : out.endsWith('.xlsx') ? 'xlsx' : null
  if (format === null) throw new UsageError('--out ends in .pdf or .xlsx')
  const path = resolve(io.cwd, out)
  return withEngine(homeOf(values.home, io), io, async (api, engine) => {
    const { workspace } = engine.session.opened()
    const { bytes } = await selfCheckFile(workspace, engine.evidence, { half: wanted.data, format, locale })
    await save(path, bytes)
    const check = await api.evidence.selfCheck({ half: wanted.data })
    if (values.json === true) printJson(io, { path, bytes: bytes.length, ...check })
    else io.stdout.write(`${path}: ${check.verdicts.total} verdicts, ${check.findings.length} findings\n`)
    return 0
  })
}

const save = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes, { mode: 0o600 })
}

export const command: Command = {
  name: 'evidence',
  usage: [
    'evidence key [--home dir] [--json]',
    'evidence self-check <2026H2> --out f.pdf|f.xlsx [--locale zh-CN|en] [--home dir] [--json]',
    'evidence export <clientId> --out f.zip [--locale zh-CN|en] [--home dir] [--json]',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [what, clientId, ...rest] = positionals
    const { locale, out } = values
    if (locale !== 'zh-CN' && locale !== 'en') throw new UsageError(`no language "${locale}": zh-CN or en`)
    if (what === 'key')
      return withEngine(homeOf(values.home, io), io, async api => {
        const identity = await api.evidence.identity({})
        if (values.json === true) printJson(io, identity)
        else
          io.stdout.write(
            `${identity.fingerprint}\n${identity.publicKey}\nchain: ${identity.head.count} records, end ${identity.head.hash}\n`,
          )
        return 0
      })
    if ((what !== 'export' && what !== 'self-check') || clientId === undefined || rest.length > 0)
      throw new UsageError('key, export <clientId>, or self-check <half>?')
    if (out === undefined) throw new UsageError('where to? name it with --out')
    if (what === 'self-check') return writeSelfCheck(io, clientId, out, locale, values)
    const path = resolve(io.cwd, out)
    return withEngine(homeOf(values.home, io), io, async (_, engine) => {
      const { workspace } = engine.session.opened()
      const { bytes, records } = await exportEvidence(workspace, engine.evidence, clientId, locale)
      await save(path, bytes)
      if (values.json === true) printJson(io, { path, records, bytes: bytes.length })
      else io.stdout.write(`${path}: ${records} records, signed\n`)
      return 0
    })
  },
}
