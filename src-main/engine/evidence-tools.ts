import { createHash } from 'node:crypto'
import { tableFiles } from '../adapters/files/table-files.ts'
import { zipArchive } from '../adapters/files/zip-archive.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { hashText } from '../adapters/system/hash-text.ts'
import { ed25519 } from '../adapters/system/signing.ts'
import type { PackageTools } from '../services/evidence/verify-package.ts'
import type { EvidenceTools } from '../services/evidence/evidence-files.ts'
import type { Clock } from '../services/ports/clock.ts'
import type { ReportTools } from '../services/reports/make-report.ts'

export const packageTools: PackageTools = {
  archive: zipArchive,
  signing: ed25519,
  hash: hashText,
  sha256: bytes => createHash('sha256').update(bytes).digest('hex'),
}

export const evidenceTools = (print: ReportTools, clock: Clock = systemClock): EvidenceTools => ({
  ...packageTools,
  clock,
  files: tableFiles,
  print,
})
