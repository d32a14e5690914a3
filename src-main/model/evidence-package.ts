import { z } from 'zod'
import { ChainRecord } from './evidence.ts'
import { QuestionnairePack } from './questionnaire-pack.ts'
import { SuitabilityPack } from './suitability-pack.ts'
import { IsoTime } from './units.ts'

/** Names of the files in a package; `signature` covers the bytes of `manifest`, which names the hash of every other. */
export const PACKAGE_FILES = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  records: 'evidence.json',
  print: 'evidence.pdf',
} as const

const hex64 = z.string().regex(/^[0-9a-f]{64}$/)

export const PackageManifest = z
  .strictObject({
    format: z.literal('advisor-evidence-1'),
    clientId: z.string(),
    madeAt: IsoTime,
    by: z.strictObject({ id: z.string(), name: z.string(), licence: z.string() }).readonly(),
    records: z.int().min(0),
    /** Length and end of the whole chain at that moment; one client's records are a part of it. */
    chain: z.strictObject({ count: z.int().min(0), hash: hex64 }).readonly(),
    files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: hex64 }).readonly()).readonly(),
    /** Ed25519, SubjectPublicKeyInfo in base64: the key that this install enrolled at head office. */
    publicKey: z.string().min(1).max(200),
  })
  .readonly()
export type PackageManifest = z.infer<typeof PackageManifest>

/** A record with its place in the whole chain, counted from 1. */
export const PackageRecord = z.object({ number: z.int().positive(), record: ChainRecord }).readonly()
export type PackageRecord = z.infer<typeof PackageRecord>

export const PackageRecords = z
  .object({
    clientId: z.string(),
    clientName: z.string().nullable(),
    records: z.array(PackageRecord).readonly(),
    /** Every pack that a verdict names, so that the verdicts can be given again anywhere. */
    packs: z.array(SuitabilityPack).readonly(),
    /** Every questionnaire that an assessment names; packages of older programs have none. */
    questionnaires: z.array(QuestionnairePack).readonly().optional(),
  })
  .readonly()
export type PackageRecords = z.infer<typeof PackageRecords>
