import type { AccountInput } from '../../domain/diagnosis/account/account-input.ts'
import type { FundInput } from '../../domain/diagnosis/fund/fund-input.ts'
import type { CutPack } from '../../model/cut-pack.ts'
import type { DeliveryTexts } from '../../model/delivery-texts.ts'
import type { NoticeTexts } from '../../model/notice-texts.ts'
import type { ProductEventTexts } from '../../model/product-event.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import type { ReportPack } from '../../model/report-pack.ts'
import type { SegmentPack } from '../../model/segment-pack.ts'
import type { SelfCheckTexts } from '../../model/self-check.ts'
import type { SegmentTexts } from '../../model/segment-texts.ts'
import type { ShelfPack } from '../../model/shelf-pack.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { TodayPack } from '../../model/today-pack.ts'
import type { WordingPack } from '../../model/wording-pack.ts'

/** The rule packs in force, and all that could be. */
export interface Rules {
  readonly fund: Pick<FundInput, 'definitions' | 'conclusions'>
  readonly account: AccountInput['packs']
  readonly segments: SegmentPack
  /** Every version that shipped, the oldest first: what old cells are explained by and what can be gone back to. */
  readonly segmentsShipped: readonly SegmentPack[]
  readonly cuts: CutPack
  /** How the products of a shelf are put in order. */
  readonly shelf: ShelfPack
  readonly wording: WordingPack
  readonly report: ReportPack
  readonly segmentTexts: SegmentTexts
  readonly today: TodayPack
  readonly delivery: DeliveryTexts
  readonly noticeTexts: NoticeTexts
  readonly productEventTexts: ProductEventTexts
  readonly selfCheckTexts: SelfCheckTexts
  /** Every pack that may judge; which one does depends on the date of the event. */
  readonly suitability: readonly SuitabilityPack[]
  /** These and the packs that wait, or judged once: what old verdicts are judged again by. */
  readonly suitabilityKnown: readonly SuitabilityPack[]
  /** Every version of the questionnaires that may ask; which one does depends on the day. */
  readonly questionnaires: readonly QuestionnairePack[]
  /** These and the versions that wait, or asked once: an assessment keeps the one it was begun with. */
  readonly questionnairesKnown: readonly QuestionnairePack[]
}
