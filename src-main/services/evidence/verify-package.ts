import type { PackageReport } from '../../contract/evidence.ts'
import { checkPackage } from '../../domain/evidence/check-package.ts'
import { AppError } from '../../model/app-error.ts'
import { PACKAGE_FILES, PackageManifest, PackageRecords } from '../../model/evidence-package.ts'
import type { Archive } from '../ports/archive.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { Signing } from '../ports/signing.ts'

export interface PackageTools {
  readonly archive: Archive
  readonly signing: Signing
  readonly hash: HashText
  readonly sha256: (bytes: Uint8Array) => string
}

const decoder = new TextDecoder('utf-8', { fatal: true })

const parsed = <T>(bytes: Uint8Array | undefined, name: string, schema: { parse(value: unknown): T }): T => {
  try {
    return schema.parse(JSON.parse(decoder.decode(bytes ?? new Uint8Array())))
  } catch (cause) {
    throw new AppError('fileUnreadable', `${name} is missing or is not what the workstation writes`, {
      where: name,
      hint: 'ask for the package as it was exported; nothing in it may be opened and saved again',
      cause,
    })
  }
}

/** Whether a package is as it was signed, and whether what was signed holds by itself. Needs no book and no network. */
export const verifyPackage = async (path: string, tools: PackageTools): Promise<PackageReport> => {
  const files = await tools.archive.open(path)
  const manifestBytes = files.get(PACKAGE_FILES.manifest)
  const manifest = parsed(manifestBytes, PACKAGE_FILES.manifest, PackageManifest)
  const signature = decoder.decode(files.get(PACKAGE_FILES.signature) ?? new Uint8Array()).trim()
  const signed = tools.signing.verify(manifest.publicKey, manifestBytes ?? new Uint8Array(), signature)
  const named = new Set<string>([PACKAGE_FILES.manifest, PACKAGE_FILES.signature])
  const fileFaults: PackageReport['files'] = []
  for (const { name, sha256 } of manifest.files) {
    named.add(name)
    const file = files.get(name)
    if (file === undefined) fileFaults.push({ name, kind: 'missing' })
    else if (tools.sha256(file) !== sha256) fileFaults.push({ name, kind: 'changed' })
  }
  for (const name of files.keys()) if (!named.has(name)) fileFaults.push({ name, kind: 'added' })
  const content = parsed(files.get(PACKAGE_FILES.records), PACKAGE_FILES.records, PackageRecords)
  const { faults, rerun } = checkPackage(manifest, content, tools.hash)
  return {
    signed,
    fingerprint: tools.signing.fingerprint(manifest.publicKey),
    publicKey: manifest.publicKey,
    clientId: manifest.clientId,
    madeAt: manifest.madeAt,
    by: manifest.by,
    records: content.records.length,
    chain: manifest.chain,
    files: fileFaults,
    faults: faults.map(each => ({ ...each })),
    rerun: { same: rerun.same, different: [...rerun.different], packUnknown: [...rerun.packUnknown] },
    whole:
      signed &&
      fileFaults.length === 0 &&
      faults.length === 0 &&
      rerun.different.length === 0 &&
      rerun.packUnknown.length === 0,
  }
}
