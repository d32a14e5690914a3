import { canonicalJson } from '../../domain/evidence/canonical-json.ts'
import { AppError } from '../../model/app-error.ts'
import { IsoTime } from '../../model/units.ts'
import { appendEvidence } from '../evidence/append-evidence.ts'
import type { Made } from '../evidence/made.ts'
import type { WriteTx } from '../ports/store.ts'
import { authorOf } from '../session/connection.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { BroughtPack } from './kept-packs.ts'
import { knownOf, packHash } from './pack-lines.ts'
import { packOf, readPack } from './read-pack.ts'

/** `clientId` of a record that is about no client. */
const NOBODY = '-'

/** Checks a pack file and keeps it waiting. A version means one text for ever: another text needs another version. */
export const addPack = (
  workspace: Workspace,
  text: string,
  file: string,
  at: string,
): Pick<BroughtPack, 'version' | 'kind'> => {
  const pack = readPack(text, file)
  const { version, effectiveOn, kind } = pack
  const known = knownOf(workspace).find(each => each.pack.version === version)
  if (known !== undefined && canonicalJson(known.pack) !== canonicalJson(pack))
    throw new AppError('invalidInput', `${file}: version ${version} is here already, with another text`, {
      where: version,
      hint: 'publish the changed pack under a new version',
    })
  workspace.store.write(tx => {
    if (tx.keptPacks.byVersion(version) === null && known === undefined)
      tx.keptPacks.put({ version, effectiveOn, origin: 'file', keptAt: at, activeSince: null, body: pack })
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
        version: pack.version,
        effectiveOn: pack.effectiveOn,
        sha256: packHash(pack, made.hash),
        by: authorOf(tx),
      },
    },
    made.hash,
  )

const change = (workspace: Workspace, version: string, action: 'activated' | 'retired', made: Made): void => {
  workspace.store.write(tx => {
    const kept = tx.keptPacks.byVersion(version)
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
export const activateRulePack = (workspace: Workspace, version: string, made: Made): void =>
  change(workspace, version, 'activated', made)

export const retireRulePack = (workspace: Workspace, version: string, made: Made): void =>
  change(workspace, version, 'retired', made)

/** Forgets a pack that never was in force; one that judged stays for its verdicts. */
export const removeRulePack = (workspace: Workspace, version: string): void =>
  workspace.store.write(tx => {
    const kept = tx.keptPacks.byVersion(version)
    if (kept === null) throw new AppError('notFound', 'there is no such brought pack', { where: version })
    let named = false
    for (const each of tx.evidence.iterate())
      if (each.body.includes(JSON.stringify(version))) {
        named = true
        break
      }
    if (named || kept.origin !== 'file' || kept.activeSince !== null)
      throw new AppError('invalidInput', 'this pack is in force, or evidence names it; it stays', {
        where: version,
        hint: 'take it out of force instead',
      })
    tx.keptPacks.remove(version)
  })
