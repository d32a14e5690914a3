import type { MatrixView } from '../../contract/matrix.ts'
import type { Tier } from '../../model/levels.ts'
import type { SegmentPack } from '../../model/segment-pack.ts'

/** One tier with its name and the marks of assets around it, in fen. */
export const assetBand = ({ tier: { names, assetMarks } }: SegmentPack, tier: Tier): MatrixView['tiers'][number] => ({
  tier,
  name: names[tier - 1] ?? { zh: String(tier), en: String(tier) },
  from: assetMarks[tier - 2] ?? null,
  below: assetMarks[tier - 1] ?? null,
})
