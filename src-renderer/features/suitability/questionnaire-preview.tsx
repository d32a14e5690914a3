import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Slow } from '../../ui/slow.tsx'
import { ChangeTable } from './change-table.tsx'

const SHOWN = 20

/** What a version of the questionnaire changes: its differences, and whose answers would give another level. */
export const QuestionnairePreview = ({ version }: { readonly version: string }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { data, error, isFetching, refetch } = useAsk(['suitability', 'questionnaire-preview', version], api =>
    api.rulePacks.previewQuestionnaire({ version }),
  )
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Slow under />
  const { clients } = data
  const count = (n: number): string => f.int(n)
  return (
    <>
      {isFetching && <Slow under />}
      <p className="i2">
        {data.against === null
          ? t('questionnairePack.alone', { date: f.date(data.date) })
          : t('pack.compared', { against: data.against, date: f.date(data.date) })}
      </p>
      <h3>{t('questionnairePack.changes', { count: data.changes.length, n: count(data.changes.length) })}</h3>
      <ChangeTable rows={data.changes} nameOf={kind => t(`questionnaireChange.${kind}`)} />
      {data.changes.length === 0 && data.against !== null && <p className="i3">{t('questionnairePack.noChange')}</p>}
      <h3>{t('questionnairePack.clients', { count: clients.answered, n: count(clients.answered) })}</h3>
      <p className="i2">
        {t('questionnairePack.counts', {
          higher: count(clients.higher),
          lower: count(clients.lower),
          open: count(clients.open),
          same: count(clients.same),
        })}
      </p>
      {clients.flows.map(flow => (
        <p key={flow.from + flow.to} className="i2">
          {flow.from} → {flow.to} {t('questionnairePack.flow', { count: flow.clients, n: count(flow.clients) })}
        </p>
      ))}
      <table className="list plain">
        <tbody>
          {clients.rows.slice(0, SHOWN).map(each => (
            <tr key={each.clientId} className="row">
              <td className="el">
                <Link className="link" to={`/clients/${encodeURIComponent(each.clientId)}/suitability`}>
                  {each.name}
                </Link>
              </td>
              <td className="r" style={{ width: 120 }}>
                {each.from} → {each.to}
              </td>
              <td className="r" style={{ width: 96 }}>
                {t('questionnairePack.score', { count: each.score, n: each.score })}
              </td>
              <td className="r i2" style={{ width: 240 }}>
                {t('questionnairePack.answered', { date: f.date(each.answeredOn), version: each.answeredVersion })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {clients.rows.length > SHOWN && (
        <p className="i3">{t('pack.more', { n: count(clients.higher + clients.lower - SHOWN) })}</p>
      )}
      <p className="i3">{t('questionnairePack.stays')}</p>
    </>
  )
}
