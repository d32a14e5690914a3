import type { PackLine, PackRules } from '../../contract/rule-packs.ts'
import { canonicalJson } from '../../domain/evidence/canonical-json.ts'
import type { KnownPack } from '../../domain/suitability/known-packs.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { AppError } from '../../model/app-error.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { packsOfBook } from './kept-packs.ts'

export const packHash = (pack: SuitabilityPack, hash: HashText): string => hash(canonicalJson(pack))

export const marksOf = (pack: SuitabilityPack): PackLine['marks'] => {
  const counts = { verified: 0, quoted: 0, unverified: 0 }
  for (const { mark } of pack.rules) counts[mark] += 1
  return counts
}

export const knownOf = (workspace: Workspace): readonly KnownPack[] =>
  workspace.store.read(tx => packsOfBook(tx, workspace.shippedSuitability))

export const knownPack = (workspace: Workspace, version: string): KnownPack => {
  const found = knownOf(workspace).find(each => each.pack.version === version)
  if (found !== undefined) return found
  throw new AppError('notFound', 'there is no such rule pack', { where: version, hint: 'bring its file first' })
}

/** Every pack, the newest first, with where it stands today. */
export const packLines = (workspace: Workspace, hash: HashText): PackLine[] => {
  const known = knownOf(workspace)
  const today = workspace.today()
  const inForce = packInForce(
    known.filter(each => each.active).map(each => each.pack),
    today,
  )
  const stateOf = ({ pack, origin, active }: KnownPack): PackLine['state'] => {
    if (!active) return origin === 'used' ? 'retired' : 'waiting'
    if (pack.version === inForce?.version) return 'inForce'
    return pack.effectiveOn > today ? 'upcoming' : 'past'
  }
  return known.toReversed().map(each => ({
    version: each.pack.version,
    name: each.pack.name,
    effectiveOn: each.pack.effectiveOn,
    origin: each.origin,
    state: stateOf(each),
    sha256: packHash(each.pack, hash),
    rules: each.pack.rules.length,
    marks: marksOf(each.pack),
  }))
}

export const packRules = (workspace: Workspace, version: string): PackRules => {
  const { disclaimer, rules, requirements } = knownPack(workspace, version).pack
  return {
    version,
    disclaimer,
    rules: rules.map(each => ({ ...each })),
    requirements: requirements.map(({ id, text, steps }) => ({ id, text, steps: [...steps] })),
  }
}
