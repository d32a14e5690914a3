import { renderEvidence, type EvidencePrintLine } from '../../domain/report/render-evidence.ts'
import { AppError } from '../../model/app-error.ts'
import { chainStart } from '../../domain/evidence/chain-record.ts'
import { AssessmentBody } from '../../model/assessment.ts'
import { EvidenceBody } from '../../model/evidence.ts'
import {
  PACKAGE_FILES,
  type PackageManifest,
  type PackageRecord,
  type PackageRecords,
} from '../../model/evidence-package.ts'
import type { Locale } from '../../model/format/locale.ts'
import { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { Clock } from '../ports/clock.ts'
import type { TableFiles } from '../ports/table-files.ts'
import type { ReadTx } from '../ports/store.ts'
import type { ReportTools } from '../reports/make-report.ts'
import { reportSetup } from '../reports/report-setup.ts'
import { authorOf } from '../session/connection.ts'
import { readSettings } from '../settings/settings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { installKey } from './install-key.ts'
import type { PackageTools } from './verify-package.ts'

export interface EvidenceTools extends PackageTools {
  readonly clock: Pick<Clock, 'now'>
  readonly files: TableFiles
  readonly print: Pick<ReportTools, 'printer' | 'css'>
}

/** A finished file and the name to offer for it. */
export interface EvidenceFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly records: number
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const bodyOf = (text: string): EvidenceBody | null => EvidenceBody.safeParse(JSON.parse(text)).data ?? null

/** One client's records with their places in the chain. */
const recordsOf = (tx: ReadTx, clientId: string): readonly PackageRecord[] => {
  const records: PackageRecord[] = []
  let number = 0
  for (const record of tx.evidence.iterate()) {
    number += 1
    if (record.clientId === clientId) records.push({ number, record })
  }
  return records
}

const contentOf = (tx: ReadTx, workspace: Workspace, clientId: string): PackageRecords => {
  const records = recordsOf(tx, clientId)
  const versions = new Set(
    records.flatMap(({ record }) => (record.kind === 'suitability' ? (bodyOf(record.body)?.verdict.pack ?? []) : [])),
  )
  const asked = new Set(
    records.flatMap(({ record }) =>
      record.kind === 'assessment' ? (AssessmentBody.safeParse(JSON.parse(record.body)).data?.version ?? []) : [],
    ),
  )
  return {
    clientId,
    clientName: tx.clients.byKey(clientId)?.name ?? null,
    records,
    packs: workspace.rules.suitabilityKnown.filter(pack => versions.has(pack.version)),
    questionnaires: workspace.rules.questionnairesKnown.filter(pack => asked.has(pack.version)),
  }
}

const linesOf = (tx: ReadTx, { records }: PackageRecords): readonly EvidencePrintLine[] =>
  records.map(({ number, record }) => ({
    number,
    id: record.id,
    at: record.at,
    kind: record.kind,
    productCode: record.productCode,
    productName: record.productCode === null ? null : (tx.products.byKey(record.productCode)?.name ?? null),
    hash: record.hash,
    body: record.kind === 'suitability' ? bodyOf(record.body) : null,
  }))

/** All evidence of one client as a signed archive: records with their packs for machines, a PDF for people. */
export const exportEvidence = async (
  workspace: Workspace,
  tools: EvidenceTools,
  clientId: string,
  locale: Locale,
): Promise<EvidenceFile> => {
  const key = installKey(workspace.store, tools.signing, tools.clock)
  const madeAt = tools.clock.now()
  const { content, lines, chain, by } = workspace.store.read(tx => {
    const gathered = contentOf(tx, workspace, clientId)
    return {
      content: gathered,
      lines: linesOf(tx, gathered),
      chain: { count: tx.evidence.count(), hash: tx.evidence.last()?.hash ?? chainStart },
      by: authorOf(tx),
    }
  })
  if (content.records.length === 0)
    throw new AppError('notFound', 'there is no evidence of this client', {
      where: clientId,
      hint: 'evidence begins with the first suggestion, check or report of a client',
    })
  const reportId = `EV-${workspace.today().replaceAll('-', '')}-${clientId.slice(-6)}`
  const setup = reportSetup(workspace, { edition: 'client', locale }, reportId, { css: tools.print.css })
  const finished = renderEvidence(
    {
      clientName: content.clientName,
      clientId,
      lines,
      packs: content.packs.map(pack => SuitabilityPack.parse(pack)),
      chain,
      fingerprint: tools.signing.fingerprint(key.publicKey),
      madeAt,
    },
    setup,
  )
  const { pdf } = await tools.print
    .printer(readSettings(workspace.store).printing)
    .print({ ...finished, language: finished.language })
  const files = new Map([
    [PACKAGE_FILES.records, encode(`${JSON.stringify(content, null, 1)}\n`)],
    [PACKAGE_FILES.print, pdf],
  ] as const)
  const manifest: PackageManifest = {
    format: 'advisor-evidence-1',
    clientId,
    madeAt,
    by,
    records: content.records.length,
    chain,
    files: Array.from(files, ([name, bytes]) => ({ name, bytes: bytes.length, sha256: tools.sha256(bytes) })),
    publicKey: key.publicKey,
  }
  const manifestBytes = encode(`${JSON.stringify(manifest, null, 1)}\n`)
  const signature = tools.signing.sign(key.privateKey, manifestBytes)
  return {
    name: `evidence-${clientId}-${workspace.today()}`,
    records: content.records.length,
    bytes: await tools.archive.pack(
      new Map<string, Uint8Array>([
        [PACKAGE_FILES.manifest, manifestBytes],
        [PACKAGE_FILES.signature, encode(`${signature}\n`)],
        ...files,
      ]),
    ),
  }
}
