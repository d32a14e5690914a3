import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { CutPack } from '../../src-main/model/cut-pack.ts'
import { SegmentPack } from '../../src-main/model/segment-pack.ts'
import { QuestionnairePack } from '../../src-main/model/questionnaire-pack.ts'
import { TodayPack } from '../../src-main/model/today-pack.ts'
import { ReportPack } from '../../src-main/model/report-pack.ts'
import { WordingPack } from '../../src-main/model/wording-pack.ts'
import { ShelfPack } from '../../src-main/model/shelf-pack.ts'
import { SuitabilityPack } from '../../src-main/model/suitability-pack.ts'

// Run by hand after a change of a pack model: `node test/helpers/write-pack-schemas.ts`.
const schemas = {
  'today/today-pack.schema.json': TodayPack,
  'cuts/cut-pack.schema.json': CutPack,
  'segments/segment-pack.schema.json': SegmentPack,
  'questionnaires/questionnaire-pack.schema.json': QuestionnairePack,
  'wording/wording-pack.schema.json': WordingPack,
  'reports/report-pack.schema.json': ReportPack,
  'shelf/shelf-pack.schema.json': ShelfPack,
  'suitability/suitability-pack.schema.json': SuitabilityPack,
}
for (const [path, schema] of Object.entries(schemas))
  writeFileSync(
    new URL(`../../resources/rule-packs/${path}`, import.meta.url),
    `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
  )
