import { namedPack, packKinds, type NamedPack } from '../../model/named-pack.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import { canonicalJson } from './canonical-json.ts'
import type { HashText } from './chain-record.ts'
import type { ReadRecord } from './read-record.ts'

type Pack = SuitabilityPack | QuestionnairePack

/** The packs at hand when records are read again, of both kinds. */
export interface KnownTexts {
  readonly suitability: readonly SuitabilityPack[]
  readonly questionnaires: readonly QuestionnairePack[]
}

/** Packs never change: each is hashed once, however many records rest on it. */
const hashed = new WeakMap<Pack, string>()

/** SHA-256 of the canonical JSON of a pack, as 64 hex digits. */
export const packHash = (pack: Pack, hash: HashText): string => {
  const known = hashed.get(pack) ?? hash(canonicalJson(pack))
  hashed.set(pack, known)
  return known
}

/**
 * The pack that a record rests on, with the hash of its text on that day; null when it rests on none. Records of older
 * programs lack the hash, and those that put a pack into force lack its kind.
 */
export const packOfRecord = ({ kind, body }: ReadRecord): NamedPack | null =>
  kind === 'suitability' || kind === 'assessment' || kind === 'rulePack'
    ? (namedPack[kind].safeParse(body).data ?? null)
    : null

/**
 * Whether the pack that a record rests on still reads as it did then. Where the record holds no hash there is nothing to
 * differ from; a pack that is not at hand at all shows when the record is judged again.
 */
export const packChecker = (known: KnownTexts, hash: HashText): ((read: ReadRecord) => boolean) => {
  const hashes = new Map<string, string>()
  for (const kind of packKinds)
    for (const pack of known[kind]) hashes.set(`${kind} ${pack.version}`, packHash(pack, hash))
  return read => {
    const pack = packOfRecord(read)
    if (pack?.sha256 === undefined) return true
    const now = (pack.kind === undefined ? packKinds : [pack.kind]).flatMap(
      kind => hashes.get(`${kind} ${pack.version}`) ?? [],
    )
    return now.length === 0 || now.includes(pack.sha256)
  }
}
