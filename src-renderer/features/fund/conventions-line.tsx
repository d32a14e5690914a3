import type { ReactNode } from 'react'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

/** What every figure of the page was computed with. */
export const FundConventionsLine = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { conventions, profile } = report
  const benchmark = profile.benchmark.map(p => `${p.name} × ${f.share(p.weight, 0)}`).join(' + ')
  return [
    t('fund.benchmarkIs', { name: benchmark || t('fund.noBenchmark') }),
    t('fund.peersAre', { group: f.word(conventions.peerGroup) }),
    t('fund.rfIs', { rate: f.share(conventions.rf, 2) }),
    t('fund.adjusted', { frequency: t(`frequency.${conventions.frequency}`) }),
  ].join('\u2003')
}
