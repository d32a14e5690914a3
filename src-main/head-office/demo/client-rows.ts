import type { z } from 'zod'
import type { Account } from '../../model/account.ts'
import type { Client } from '../../model/client.ts'
import type { Holding } from '../../model/holding.ts'
import type { Trade } from '../../model/trade.ts'
import type { Cell } from './cells.ts'
import { isoDate } from './days.ts'
import { worth } from './draft.ts'
import { type Ledger, assetsAt } from './ledger.ts'
import type { Asset, Market } from './market.ts'
import type { Person } from './person.ts'
import { valueAt } from './series.ts'
import type { WorldRow } from './world-row.ts'

export const holdingRows = (
  clientId: string,
  ledger: Ledger,
  market: Market,
  until: number,
): z.input<typeof Holding>[] =>
  ledger.held.map(({ asset, account, lot }) => {
    const last = Math.min(until - asset.lag, asset.series.start + asset.series.values.length - 1)
    const price = asset.money ? 10000 : valueAt(asset.series, last)
    return {
      clientId,
      accountId: account,
      code: asset.code,
      units: lot.units,
      cost: Math.max(1, Math.round((lot.cost * 10000) / lot.units)),
      price,
      priceDate: isoDate(market.calendar.days[last] ?? 0),
      value: worth(lot.units, price),
      maturesOn: asset.product.maturesOn,
    }
  })

export const accountRows = (
  person: Person,
  ledger: Ledger,
  holdings: readonly z.input<typeof Holding>[],
): z.input<typeof Account>[] => {
  const kinds = { C: 'cash', F: 'fund', A: 'advisory', M: 'margin' } as const
  const used = new Set([`${person.id}-C`, ...holdings.map(h => h.accountId), ...ledger.drafts.map(d => d.account)])
  const dormant = ledger.held.length === 0
  return [...used].toSorted().map(id => {
    const letter = id.at(-1) as keyof typeof kinds
    return {
      id,
      clientId: person.id,
      kind: kinds[letter],
      openedOn: person.openedOn,
      status: dormant ? 'dormant' : 'active',
      cash: letter === 'C' ? ledger.cash : 0,
      marginDebt: letter === 'M' ? ledger.marginDebt : 0,
    }
  })
}

export const tradeRows = (clientId: string, ledger: Ledger, market: Market): z.input<typeof Trade>[] =>
  ledger.drafts.map((d, i) => ({
    id: `${clientId}-${String(i + 1).padStart(4, '0')}`,
    clientId,
    accountId: d.account,
    date: isoDate(market.calendar.days[d.position] ?? 0),
    side: d.side,
    code: d.code,
    units: d.units,
    price: d.price,
    amount: d.amount,
    fee: d.fee,
    status: 'confirmed',
  }))

/** Net revenue of a year in fen: most of the commission, trailer fees by kind, a spread on borrowed money. */
const revenue = (
  ledger: Ledger,
  holdings: readonly z.input<typeof Holding>[],
  assets: ReadonlyMap<string, Asset>,
  since: number,
): number => {
  let sum = ledger.marginDebt * 0.025
  for (const d of ledger.drafts) if (d.position > since) sum += d.fee * 0.32
  for (const h of holdings) {
    const product = assets.get(h.code)?.product
    const rate =
      product?.kind === 'stock' || product?.kind === 'etf' || product?.kind === 'convertible'
        ? 0
        : product?.assetClass === 'equity'
          ? 0.005
          : 0.0025
    sum += h.value * rate
  }
  return Math.round(sum)
}

export const clientRow = (
  person: Person,
  cell: Cell,
  ledger: Ledger,
  holdings: readonly z.input<typeof Holding>[],
  market: Market,
  assets: ReadonlyMap<string, Asset>,
  until: number,
  assessed: { readonly on: string; readonly until: string } | null,
  flags: { readonly quiet: boolean; readonly email: boolean; readonly share: boolean },
): z.input<typeof Client> => {
  let sum = 0
  for (let t = until - 19; t <= until; t++) sum += assetsAt(ledger, t, assets)
  const latest = holdings.reduce((s, h) => s + h.value, ledger.cash)
  const unknown = assessed === null
  return {
    id: person.id,
    name: person.name,
    kind: person.kind,
    gender: person.gender,
    idType: person.idType,
    idNumber: person.idNumber,
    birthDate: person.birthDate,
    phone: person.phone,
    email: person.email,
    openedOn: person.openedOn,
    branch: person.branch,
    bookTier: cell.tier,
    investorType: person.professional === null ? 'ordinary' : 'professional',
    professionalClass: person.professional,
    professionalUntil: person.professional === 'C' ? isoDate((market.calendar.days[until] ?? 0) + 150) : null,
    riskCapacity: unknown ? null : person.capacity,
    assessedOn: assessed?.on ?? null,
    validUntil: assessed?.until ?? null,
    term: unknown ? null : person.term,
    variety: unknown ? null : person.variety,
    objective: unknown ? null : person.objective,
    averageAssets: Math.round(sum / 20),
    latestAssets: latest,
    cash: ledger.cash,
    marginDebt: ledger.marginDebt,
    revenue365: revenue(ledger, holdings, assets, until - 243),
    advisory: ledger.advisory,
    doNotDisturb: flags.quiet,
    consentEmail: flags.email,
    consentShare: flags.share,
  }
}

export const row = (stream: WorldRow['stream'], key: string, tier: number, value: object): WorldRow => ({
  stream,
  key,
  tier,
  row: value,
})
