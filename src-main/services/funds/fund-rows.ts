import type { FundRow } from '../../contract/funds.ts'
import type { FundFigures } from '../diagnosis/fund-standing.ts'
import type { Romanise } from '../clients/client-rows.ts'
import type { Workspace } from '../workspace/workspace.ts'

const unknown: FundFigures = {
  return1y: null,
  return3y: null,
  volatility3y: null,
  maxDrawdown3y: null,
  sharpe3y: null,
  score: null,
  rank3y: null,
  peers3y: null,
}

/** Every share class as a line of the funds grid. */
export const fundRows = (workspace: Workspace, romanise: Romanise): FundRow[] => {
  const products = workspace.book().products
  const standing = workspace.standing()
  return [...workspace.market().funds.values()]
    .map((fund): FundRow => {
      const product = products.get(fund.code)
      return {
        code: fund.code,
        name: fund.name,
        search: `${fund.name} ${romanise(fund.name)} ${fund.code} ${fund.company}`.toLowerCase(),
        company: fund.company,
        type: fund.type,
        peerGroup: fund.peerGroup,
        riskGrade: product?.riskGrade ?? null,
        manager: fund.managers.find(manager => manager.to === null)?.name ?? null,
        size: fund.sizes.at(-1)?.size ?? null,
        inceptionOn: fund.inceptionOn,
        ...(standing.get(fund.code)?.figures ?? unknown),
        status: fund.status,
        onShelf: product?.onShelf ?? false,
      }
    })
    .toSorted((a, b) => a.code.localeCompare(b.code))
}
