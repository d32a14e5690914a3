import type { ComponentType, ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { Figures } from '../../ui/fig.tsx'
import { AllocationTable } from './allocation-table.tsx'
import { AssetChart } from './asset-chart.tsx'
import type { AccountPart } from './account-parts.ts'
import { BasisPart } from './basis-part.tsx'
import { BehaviourPart } from './behaviour-part.tsx'
import { ConcentrationPart } from './concentration-part.tsx'
import './diagnosis.css'
import { HoldingLines } from './holding-lines.tsx'
import { KeyFigures } from './key-figures.tsx'
import { useAccountPart } from './part-choice.tsx'
import { PerformancePart } from './performance-part.tsx'
import { PlanPart } from './plan-part.tsx'
import { RiskPart } from './risk-part.tsx'
import { Statements } from './statements.tsx'
import { StressTable } from './stress-table.tsx'
import { SuitabilityPart } from './suitability-part.tsx'
import { VerdictSummary } from './verdict-summary.tsx'
import { Sheet } from '../../ui/sheet.tsx'

type Part = ComponentType<{ readonly report: AccountReport }>

const parts: Readonly<Record<Exclude<AccountPart, 'overview'>, Part>> = {
  performance: PerformancePart,
  concentration: ConcentrationPart,
  risk: RiskPart,
  suitability: SuitabilityPart,
  behaviour: BehaviourPart,
  plan: PlanPart,
  basis: BasisPart,
}

const Overview: Part = ({ report }) => (
  <>
    <div className="mid">
      <AssetChart performance={report.performance} />
      <AllocationTable allocation={report.allocation} />
    </div>
    <HoldingLines report={report} />
    <aside className="rail" tabIndex={0}>
      <VerdictSummary report={report} />
      <Statements report={report} />
      <StressTable risk={report.risk} />
    </aside>
  </>
)

/** One client's whole account: the overview on one screen, each section of the report behind it; the PDF shows the same. */
export const AccountDiagnosis = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const [part] = useAccountPart()
  const Section = part === 'overview' ? null : parts[part]
  return (
    <Figures notes={report}>
      <div className={Section ? 'diag sections' : 'diag'}>
        <KeyFigures report={report} />
        {Section ? (
          <Sheet label={t(`accountPart.${part}`)} columns={part === 'basis'}>
            <Section report={report} />
          </Sheet>
        ) : (
          <Overview report={report} />
        )}
      </div>
    </Figures>
  )
}
