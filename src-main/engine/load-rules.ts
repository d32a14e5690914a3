import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRulePacks } from '../adapters/files/rule-packs.ts'
import type { z } from 'zod'
import { AccountConclusionsPack } from '../model/account-conclusions-pack.ts'
import { AppError } from '../model/app-error.ts'
import { CutPack } from '../model/cut-pack.ts'
import { DeliveryTexts } from '../model/delivery-texts.ts'
import { FigureDefinitionsPack } from '../model/figure-definitions-pack.ts'
import { FundConclusionsPack } from '../model/fund-conclusions-pack.ts'
import { NoticeTexts } from '../model/notice-texts.ts'
import { ProductEventTexts } from '../model/product-event.ts'
import { QuestionnairePack } from '../model/questionnaire-pack.ts'
import { ReportPack } from '../model/report-pack.ts'
import { SegmentPack } from '../model/segment-pack.ts'
import { SelfCheckTexts } from '../model/self-check.ts'
import { SegmentTexts } from '../model/segment-texts.ts'
import { ShelfPack } from '../model/shelf-pack.ts'
import { SuitabilityPack } from '../model/suitability-pack.ts'
import { StressPack } from '../model/stress-pack.ts'
import { TodayPack } from '../model/today-pack.ts'
import { WordingPack } from '../model/wording-pack.ts'
import type { Rules } from '../services/rules/rules.ts'

const newest = <P extends { readonly version: string; readonly effectiveOn: string }>(
  resources: string,
  folder: string,
  schema: z.ZodType<P>,
  prefix = '',
): P => {
  const pack = readRulePacks(resources, folder, schema, prefix).at(-1)
  if (pack === undefined)
    throw new AppError('invalidInput', `there is no pack of ${folder}`, {
      where: resources,
      hint: 'install the program again',
    })
  return pack
}

type Loaders = { readonly [Name in keyof Rules]: () => Rules[Name] }

/** Each pack is read and checked when it is first asked for: the start waits for none that no first screen needs. */
const onDemand = (loaders: Loaders): Rules => {
  const rules = {}
  for (const [name, load] of Object.entries(loaders)) {
    let read: { readonly value: unknown } | null = null
    // kept here and not on the object: a copy of the property reads the file no second time
    const get = (): unknown => (read ??= { value: load() }).value
    Object.defineProperty(rules, name, { enumerable: true, configurable: true, get })
  }
  return rules as Rules
}

/** The packs that ship with the program. */
export const loadRules = (resources: string): Rules => {
  const rules: Rules = onDemand({
    segments: () => newest(resources, 'segments', SegmentPack),
    segmentsShipped: () => readRulePacks(resources, 'segments', SegmentPack),
    shelf: () => newest(resources, 'shelf', ShelfPack),
    cuts: () => newest(resources, 'cuts', CutPack),
    account: () => ({
      shelf: rules.shelf,
      stress: newest(resources, 'stress', StressPack),
      conclusions: newest(resources, 'conclusions', AccountConclusionsPack, 'account-'),
      definitions: newest(resources, 'definitions', FigureDefinitionsPack, 'account-'),
    }),
    fund: () => ({
      definitions: newest(resources, 'definitions', FigureDefinitionsPack, 'fund-'),
      conclusions: newest(resources, 'conclusions', FundConclusionsPack, 'fund-'),
    }),
    today: () => newest(resources, 'today', TodayPack),
    wording: () => newest(resources, 'wording', WordingPack),
    report: () => newest(resources, 'reports', ReportPack),
    delivery: () => DeliveryTexts.parse(JSON.parse(readFileSync(join(resources, 'texts/delivery.json'), 'utf8'))),
    noticeTexts: () => NoticeTexts.parse(JSON.parse(readFileSync(join(resources, 'texts/notices.json'), 'utf8'))),
    productEventTexts: () =>
      ProductEventTexts.parse(JSON.parse(readFileSync(join(resources, 'texts/product-events.json'), 'utf8'))),
    selfCheckTexts: () =>
      SelfCheckTexts.parse(JSON.parse(readFileSync(join(resources, 'texts/self-check.json'), 'utf8'))),
    segmentTexts: () => SegmentTexts.parse(JSON.parse(readFileSync(join(resources, 'texts/segments.json'), 'utf8'))),
    suitability: () => readRulePacks(resources, 'suitability', SuitabilityPack),
    suitabilityKnown: () => rules.suitability,
    questionnaires: () => readRulePacks(resources, 'questionnaires', QuestionnairePack),
    questionnairesKnown: () => rules.questionnaires,
  })
  return rules
}
