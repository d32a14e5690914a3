import { z } from 'zod'

/** Kinds of packs that evidence rests on: those that judge and those that ask. */
export const packKinds = ['suitability', 'questionnaires'] as const
export type PackKind = (typeof packKinds)[number]
const kinds = z.enum(packKinds)
const sha = z.string().length(64)

/** The pack that a record names, by the kind of the record; every other field is left aside. */
export const namedPack = {
  suitability: z
    .object({ verdict: z.object({ pack: z.string() }), packSha256: sha.optional() })
    .transform(body => ({ kind: 'suitability' as const, version: body.verdict.pack, sha256: body.packSha256 })),
  assessment: z
    .object({ version: z.string(), packSha256: sha.optional() })
    .transform(body => ({ kind: 'questionnaires' as const, version: body.version, sha256: body.packSha256 })),
  rulePack: z.object({ kind: kinds.optional(), version: z.string(), sha256: sha }),
} as const

export interface NamedPack {
  readonly kind?: PackKind | undefined
  readonly version: string
  readonly sha256: string | undefined
}
