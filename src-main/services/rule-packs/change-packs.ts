import { canonicalJson } from '../../domain/evidence/canonical-json.ts'
import { packHash, packOfRecord } from '../../domain/evidence/frozen-pack.ts'
import { readRecord } from '../../domain/evidence/read-record.ts'
import { AppError } from '../../model/app-error.ts'
import { IsoTime } from '../../model/units.ts'
import { appendEvidence } from '../evidence/append-evidence.ts'
import type { Made } from '../evidence/made.ts'
import type { WriteTx } from '../ports/store.ts'
import { authorOf } from '../session/connection.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { BroughtPack } from './kept-packs.ts'
import { knownOf } from './pack-lines.ts'
import { packOf, readPack } from './read-pack.ts'

type PackName = Pick<BroughtPack, 'kind' | 'version'>

/** `clientId` of a record that is about no client. */
const NOBODY = '-'

/** Checks a pack file and keeps it waiting. A version means one text for ever: another text needs another version. */
export const addPack = (workspace: Workspace, text: string, file: string, at: string): PackName => {
  const pack = readPack(text, file)
  const { version, effectiveOn, kind } = pack
  const known = knownOf(workspace, kind).find(each => each.pack.version === version)
  if (known !== undefined && canonicalJson(known.pack) !== canonicalJson(pack))
    throw new AppError('invalidInput', `${file}: version ${version} is here already, with another text`, {
      where: version,
      hint: 'publish the changed pack under a new version',
    })
  workspace.store.write(tx => {
    if (tx.keptPacks.byVersion(kind, version) === null && known === undefined)
      tx.keptPacks.put({ kind, version, effectiveOn, origin: 'file', keptAt: at, activeSince: null, body: pack })
  })
  return { version, kind }
}

const record = (
  tx: WriteTx,
  workspace: Workspace,
  pack: BroughtPack,
  action: 'activated' | 'retired',
  made: Made,
): void =>
  void appendEvidence(
    tx,
    {
      id: made.id(),
      at: IsoTime.parse(made.at),
      clientId: NOBODY,
      productCode: null,
      kind: 'rulePack',
      body: {
        action,
        kind: pack.kind,
        version: pack.version,
        effectiveOn: pack.effectiveOn,
        sha256: packHash(pack, made.hash),
        by: authorOf(tx),
      },
    },
    made.hash,
  )

const change = (
  workspace: Workspace,
  { kind, version }: PackName,
  action: 'activated' | 'retired',
  made: Made,
): void => {
  workspace.store.write(tx => {
    const kept = tx.keptPacks.byVersion(kind, version)
    if (kept?.origin !== 'file')
      throw new AppError('invalidInput', 'only a pack that was brought as a file can be put into or out of force', {
        where: version,
        hint: 'packs of the program and of head office rule from their own date',
      })
    const pack = packOf(kept.body)
    tx.keptPacks.put({ ...kept, activeSince: action === 'activated' ? made.at : null })
    record(tx, workspace, pack, action, made)
  })
}

/** Puts a waiting pack into force from its date on; the chain of evidence says who did, and with which text. */
export const activateRulePack = (workspace: Workspace, name: PackName, made: Made): void =>
  change(workspace, name, 'activated', made)

export const retireRulePack = (workspace: Workspace, name: PackName, made: Made): void =>
  change(workspace, name, 'retired', made)

/** Whether evidence rests on a version; a record that does not say of which kind counts for both. */
const isNamed = (tx: WriteTx, { kind, version }: PackName): boolean => {
  for (const each of tx.evidence.iterate()) {
    if (!each.body.includes(JSON.stringify(version))) continue
    const named = packOfRecord(readRecord(each))
    if (named?.version === version && (named.kind ?? kind) === kind) return true
  }
  return false
}

/** Forgets a pack that never was in force; one that judged stays for its verdicts. */
export const removeRulePack = (workspace: Workspace, { kind, version }: PackName): void =>
  workspace.store.write(tx => {
    const kept = tx.keptPacks.byVersion(kind, version)
    if (kept === null) throw new AppError('notFound', 'there is no such brought pack', { where: version })
    if (isNamed(tx, { kind, version }) || kept.origin !== 'file' || kept.activeSince !== null)
      throw new AppError('invalidInput', 'this pack is in force, or evidence names it; it stays', {
        where: version,
        hint: 'take it out of force instead',
      })
    tx.keptPacks.remove(kind, version)
  })
