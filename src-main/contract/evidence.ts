import { z } from 'zod'
import { HalfYear, SelfCheck } from '../model/self-check.ts'
import { base, none } from './base.ts'

const Author = z.object({ id: z.string(), name: z.string(), licence: z.string() }).readonly()
const Head = z.object({ count: z.int(), hash: z.string() }).readonly()

/** What a check of a signed package found. */
export const PackageReport = z
  .object({
    /** The signature is the key's that the package names; whose key that is, head office knows. */
    signed: z.boolean(),
    fingerprint: z.string(),
    publicKey: z.string(),
    clientId: z.string(),
    madeAt: z.string(),
    by: Author,
    records: z.int(),
    chain: Head,
    files: z.array(z.object({ name: z.string(), kind: z.enum(['missing', 'changed', 'added']) }).readonly()),
    faults: z.array(z.object({ kind: z.string(), number: z.int(), id: z.string().nullable() }).readonly()),
    rerun: z.object({ same: z.int(), different: z.array(z.string()), packUnknown: z.array(z.string()) }).readonly(),
    whole: z.boolean(),
  })
  .readonly()
export type PackageReport = z.infer<typeof PackageReport>

const Saved = z.object({ path: z.string().nullable(), records: z.int() }).readonly()
const locale = z.enum(['zh-CN', 'en'])

export const evidence = {
  /** The key of this install and the end of its chain, to compare with head office. */
  identity: base.input(none).output(
    z
      .object({
        publicKey: z.string(),
        fingerprint: z.string(),
        madeAt: z.string(),
        enrolled: z.boolean(),
        /** Half-years that can be checked, the newest first. */
        halves: z.array(HalfYear),
        head: Head,
      })
      .readonly(),
  ),
  /** Asks where to; the path is null when the user thought better of it. */
  exportClient: base.input(z.object({ clientId: z.string(), locale })).output(Saved),
  selfCheck: base.input(z.object({ half: HalfYear })).output(SelfCheck),
  /** Asks where to; the path is null when the user thought better of it. */
  saveSelfCheck: base
    .input(z.object({ half: HalfYear, format: z.enum(['pdf', 'xlsx']), locale }))
    .output(z.object({ path: z.string().nullable() }).readonly()),
  /** Asks for a package; null when no file was chosen. */
  verifyPackage: base.input(none).output(PackageReport.nullable()),
}
