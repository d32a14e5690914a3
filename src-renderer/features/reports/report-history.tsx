import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { ReportDetail } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'

/** Versions of the same report, newest first: open one, or set two against each other. */
export const ReportHistory = ({
  detail,
  onPick,
}: {
  readonly detail: ReportDetail
  readonly onPick: (id: string) => void
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const { history, line, versions } = detail
  return (
    <div className="sec">
      <h2>
        {t('reports.history')}
        <small>{t('reports.versionsOf', { n: history.length })}</small>
      </h2>
      <table className="flat">
        <colgroup>
          <col style={{ width: 28 }} />
          <col />
          <col style={{ width: 84 }} />
          <col style={{ width: 68 }} />
        </colgroup>
        <tbody>
          {history.map((each, i) => (
            <tr key={each.id} className={each.id === line.id ? 'sel' : ''}>
              <td className="r i3">{history.length - i}</td>
              <td>
                <LinkButton quiet={each.id === line.id} onClick={() => onPick(each.id)}>
                  {f.dateTime(each.madeAt)}
                </LinkButton>
              </td>
              <td className="i2">{t(`reportState.${each.state}`)}</td>
              <td className="r">
                {each.id !== line.id && line.kind === 'account' && (
                  <LinkButton
                    onClick={() =>
                      void go(`/reports/compare/${encodeURIComponent(each.id)}/${encodeURIComponent(line.id)}`)
                    }
                  >
                    {t('reports.compare')}
                  </LinkButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {versions.length > 0 && (
        <p className="i3" style={{ marginTop: 6 }}>
          {versions
            .map(each => `${t(`packName.${each.name}`, { defaultValue: each.name })} ${each.version}`)
            .join(' · ')}
        </p>
      )}
    </div>
  )
}
