import type { ReactNode } from 'react'
import type { ReportDetail } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Verdict } from '../../ui/marks.tsx'

const SHOWN_HASH = 8

/** The verdicts frozen with the report: how many, and each with the start of its place in the chain. */
export const ReportEvidence = ({
  evidence,
  open,
  onOpen,
}: {
  readonly evidence: ReportDetail['evidence']
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}): ReactNode => {
  const t = useT()
  const count = (verdict: string): number => evidence.filter(each => each.verdict === verdict).length
  return (
    <div className="sec">
      <h2>
        {t('reports.evidence')}
        <small>{t('reports.evidenceCount', { n: evidence.length })}</small>
        {evidence.length > 0 && (
          <span className="rt">
            <LinkButton keyHint="E" onClick={() => onOpen(!open)}>
              {t(open ? 'reports.close' : 'common.open')}
            </LinkButton>
          </span>
        )}
      </h2>
      {evidence.length === 0 ? (
        <p className="i3">{t('reports.noEvidence')}</p>
      ) : (
        <p className="i2">
          {t('reports.evidenceLine', {
            match: count('match'),
            mismatch: count('mismatch'),
            undetermined: count('undetermined'),
            pack: evidence[0]?.pack ?? '',
          })}
        </p>
      )}
      {open && (
        <table className="flat">
          <colgroup>
            <col style={{ width: 96 }} />
            <col />
            <col style={{ width: 84 }} />
          </colgroup>
          <tbody>
            {evidence.map(each => (
              <tr key={each.id}>
                <td>{each.productCode}</td>
                <td>
                  <Verdict verdict={each.verdict} />
                </td>
                <td className="r i3" title={each.hash}>
                  {each.hash.slice(0, SHOWN_HASH)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
