import { book } from './0001-book.ts'
import { market } from './0002-market.ts'
import { sync } from './0003-sync.ts'
import { work } from './0004-work.ts'
import { reportFiles } from './0005-report-files.ts'
import { files } from './0006-files.ts'
import { suitability } from './0007-suitability.ts'
import { batches } from './0008-batches.ts'
import { deliveries } from './0009-deliveries.ts'
import { reportPages } from './0010-report-pages.ts'
import { keptViews } from './0011-kept-views.ts'
import { navMarks } from './0012-nav-marks.ts'
import { seriesTails } from './0013-series-tails.ts'
import { yields } from './0014-yields.ts'
import { importStates } from './0015-import-states.ts'
import { productGrades } from './0016-product-grades.ts'
import { keptPacksByKind } from './0017-kept-packs-by-kind.ts'
import { disclosures } from './0018-disclosures.ts'
import { heldResults } from './0019-held-results.ts'
import { servedBy } from './0020-served-by.ts'
import { decidedResults } from './0021-decided-results.ts'
import { importTurns } from './0022-import-turns.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [
  book,
  market,
  sync,
  work,
  reportFiles,
  files,
  suitability,
  batches,
  deliveries,
  reportPages,
  keptViews,
  navMarks,
  seriesTails,
  yields,
  importStates,
  productGrades,
  keptPacksByKind,
  disclosures,
  heldResults,
  servedBy,
  decidedResults,
  importTurns,
]
