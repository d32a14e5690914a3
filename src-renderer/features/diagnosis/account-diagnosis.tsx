import type { ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import { Figures } from '../../ui/fig.tsx'
import { AllocationTable } from './allocation-table.tsx'
import { AssetChart } from './asset-chart.tsx'
import './diagnosis.css'
import { HoldingLines } from './holding-lines.tsx'
import { KeyFigures } from './key-figures.tsx'
import { Statements } from './statements.tsx'
import { StressTable } from './stress-table.tsx'
import { VerdictSummary } from './verdict-summary.tsx'

/** One client's whole account on one screen; the PDF shows the same report in full. */
export const AccountDiagnosis = ({ report }: { readonly report: AccountReport }): ReactNode => (
  <Figures notes={report}>
    <div className="diag">
      <KeyFigures report={report} />
      <div className="mid">
        <AssetChart performance={report.performance} />
        <AllocationTable allocation={report.allocation} />
      </div>
      <HoldingLines report={report} />
      <aside className="rail" tabIndex={0}>
        <VerdictSummary report={report} />
        <Statements summary={report.summary} />
        <StressTable risk={report.risk} />
      </aside>
    </div>
  </Figures>
)
