import type { SegmentPackLine, Thresholds } from '../../contract/segment-rules.ts'
import { AppError } from '../../model/app-error.ts'
import { SegmentPack } from '../../model/segment-pack.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { StoredSegmentPacks } from '../../model/stored-segment-packs.ts'
import type { Rules } from '../rules/rules.ts'
import { PACKS, storedPacks } from './stored-packs.ts'

const KEPT = 50

const line = (pack: SegmentPack, active: string, shipped: boolean): SegmentPackLine => ({
  version: pack.version,
  name: pack.name,
  origin: pack.origin,
  active: pack.version === active,
  changes: pack.changes ?? null,
  shipped,
  thresholds: {
    assetMarks: [...pack.tier.assetMarks],
    valueMarks: [...pack.tier.valueMarks],
    keep: pack.tier.keep,
    keepPoints: pack.style.keepPoints,
    scores: {
      trading: [...pack.style.scores.trading],
      wealth: [...pack.style.scores.wealth],
      allocation: [...pack.style.scores.allocation],
    },
    standards: pack.cells.map(({ tier, style, service }) => ({
      tier,
      style,
      cadenceDays: service.cadenceDays,
      minutes: service.minutes,
      batch: service.batch,
    })),
  },
})

/** The packs that shipped and those made here, the newest first. */
export const packLines = (workspace: Workspace): SegmentPackLine[] => {
  const { packs } = workspace.store.read(tx => storedPacks(tx.settings))
  const { segments, segmentsShipped } = workspace.rules
  return [
    ...packs.toReversed().map(pack => line(pack, segments.version, false)),
    ...segmentsShipped.toReversed().map(pack => line(pack, segments.version, true)),
  ]
}

/** The pack of a version that this book knows; undefined of one that came and went. */
export const packOf = (stored: StoredSegmentPacks, rules: Rules, version: string): SegmentPack | undefined =>
  [rules.segments, ...stored.packs, ...rules.segmentsShipped].find(pack => pack.version === version)

/** A pack with other thresholds, marks and standards; throws an AppError when they do not fit together. */
export const withThresholds = (
  pack: SegmentPack,
  { assetMarks, valueMarks, keep, keepPoints, scores, standards }: Thresholds,
): SegmentPack => {
  const made = SegmentPack.safeParse({
    ...pack,
    tier: { ...pack.tier, assetMarks, valueMarks, keep },
    style: { ...pack.style, keepPoints, scores },
    cells: pack.cells.map(cell => {
      const found = standards.find(each => each.tier === cell.tier && each.style === cell.style)
      if (found === undefined) return cell
      const { cadenceDays, minutes, batch } = found
      return { ...cell, service: { ...cell.service, cadenceDays, minutes, batch } }
    }),
  })
  if (made.success) return made.data
  const [issue] = made.error.issues
  throw new AppError('invalidInput', issue?.message ?? 'the thresholds do not fit together', {
    where: issue?.path.join('.') ?? '',
    hint: 'marks must be positive and rise, the weights of a score must sum to 1',
  })
}

/** Keeps a new version of the pack in force, puts it in force and records the cells under it. */
export const savePack = (workspace: Workspace, thresholds: Thresholds, name: string): SegmentPackLine => {
  const base = workspace.rules.segments
  const made = workspace.store.write(tx => {
    const stored = storedPacks(tx.settings)
    const root = workspace.shippedSegments.version
    const number = stored.packs.reduce(
      (most, pack) => Math.max(most, Number(/\+(\d+)$/.exec(pack.version)?.[1] ?? 0)),
      0,
    )
    const { changes: _, ...changed } = withThresholds(base, thresholds)
    const pack: SegmentPack = {
      ...changed,
      version: `${root}+${number + 1}`,
      name: { zh: name, en: name },
      origin: { zh: '本簿自定阈值', en: 'Thresholds set in this book' },
    }
    tx.settings.set(PACKS, { active: pack.version, packs: [...stored.packs, pack].slice(-KEPT) })
    return pack
  })
  workspace.reloadRules()
  return line(made, made.version, false)
}

/** Puts a kept version, or the shipped one, in force again. */
export const activatePack = (workspace: Workspace, version: string): SegmentPackLine[] => {
  const newest = workspace.shippedSegments.version
  workspace.store.write(tx => {
    const stored = storedPacks(tx.settings)
    if (packOf(stored, workspace.rules, version) === undefined)
      throw new AppError('notFound', 'there is no such version of the segment rules', {
        where: version,
        hint: 'choose one of the list',
      })
    tx.settings.set(PACKS, { ...stored, active: version === newest ? null : version })
  })
  workspace.reloadRules()
  return packLines(workspace)
}
