import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { packageTools } from '../../engine/evidence-tools.ts'
import { AppError } from '../../model/app-error.ts'
import { verifyPackage } from '../../services/evidence/verify-package.ts'
import { ClearError, UsageError } from '../clear-error.ts'
import type { Command, Io } from '../io.ts'
import { printJson } from '../print.ts'
import { homeOf, withEngine } from '../with-engine.ts'

const headOf = (text: string): { readonly count: number; readonly hash: string } => {
  const [, count, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? []
  if (count === undefined || hash === undefined)
    throw new UsageError('--head is <count>:<hash>, as head office keeps it in evidence_heads')
  return { count: Number(count), hash }
}

const plain = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase()

/** Whether the package is signed by the key that head office named: its fingerprint, or the key itself. */
const isKey = (wanted: string, report: { readonly fingerprint: string; readonly publicKey: string }): boolean => {
  return plain(wanted) === plain(report.fingerprint) || wanted.trim() === report.publicKey
}

const checkPackageFile = async (file: string, key: string | undefined, isJson: boolean, io: Io): Promise<number> => {
  const found = await verifyPackage(resolve(io.cwd, file), packageTools).catch((error: unknown) => {
    if (error instanceof AppError) throw new ClearError(`${file}: ${error.message} · ${error.hint}`, { cause: error })
    throw error
  })
  const known = key === undefined ? null : isKey(key, found)
  const whole = found.whole && known !== false
  if (isJson) {
    printJson(io, { ...found, keyKnown: known, whole })
    return whole ? 0 : 1
  }
  const write = (line: string): void => void io.stdout.write(`${line}\n`)
  if (!found.signed) write('signature: does not fit the manifest')
  for (const { name, kind } of found.files) write(`file: ${name} ${kind}`)
  for (const { kind, number, id } of found.faults) write(`record ${number} (${id ?? '—'}): ${kind}`)
  for (const id of found.rerun.different) write(`verdict: ${id} comes out differently`)
  for (const id of found.rerun.packUnknown) write(`verdict: ${id} names a pack that is not enclosed`)
  write(`client ${found.clientId}, made ${found.madeAt} by ${found.by.name} ${found.by.licence}`)
  write(
    `key ${found.fingerprint}${known === null ? ': compare it with the one that head office holds, or name that with --key' : known ? ', as named' : ': NOT the one named'}`,
  )
  write(
    `${whole ? 'whole' : 'NOT WHOLE'}: ${found.records} of ${found.chain.count} records of the chain, ${found.rerun.same} verdicts the same`,
  )
  return whole ? 0 : 1
}

export const command: Command = {
  name: 'verify',
  usage: [
    'verify [--head <count>:<hash>] [--home dir] [--json]',
    'verify <package.zip> [--key <fingerprint or key>] [--json]',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        home: { type: 'string' },
        json: { type: 'boolean' },
        key: { type: 'string' },
        head: { type: 'string' },
      },
      allowPositionals: true,
    })
    const [file, ...rest] = positionals
    if (rest.length > 0) throw new UsageError('one package at a time')
    if (file !== undefined) return checkPackageFile(file, values.key, values.json === true, io)
    const head = values.head === undefined ? {} : { head: headOf(values.head) }
    return withEngine(homeOf(values.home, io), io, async api => {
      const report = await api.suggestions.verify(head)
      if (values.json === true) {
        printJson(io, report)
        return report.whole ? 0 : 1
      }
      for (const line of report.integrity) io.stdout.write(`database: ${line}\n`)
      for (const fault of report.faults)
        io.stdout.write(
          fault.index < 0
            ? `beside the chain: ${fault.id ?? '—'} ${fault.kind}\n`
            : `chain: record ${fault.index + 1} (${fault.id ?? '—'}) ${fault.kind}\n`,
        )
      for (const id of report.rerun.different) io.stdout.write(`verdict: ${id} comes out differently\n`)
      for (const id of report.rerun.packUnknown) io.stdout.write(`verdict: ${id} names a pack that is not here\n`)
      io.stdout.write(
        `${report.whole ? 'whole' : 'NOT WHOLE'}: ${report.records} records, ${report.rerun.same} verdicts the same, last hash ${report.hash}\n`,
      )
      return report.whole ? 0 : 1
    })
  },
}
