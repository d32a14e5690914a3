import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { SuggestPart } from '../suggestions/suggest-part.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'

/** Questionnaires, newest first, and the holdings that are not a match. */
export const SuitabilityTab = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const asked = client.questionnaires.toSorted((a, b) => b.date.localeCompare(a.date))
  const open = client.holdings.filter(h => h.verdict !== 'match')
  return (
    <div className="one" role="region" aria-label={t('clientTab.suitability')} tabIndex={0}>
      <SuggestPart key={client.id} clientId={client.id} />
      <h2>
        {t('suit.holdings')}
        <small>{t('suit.open', { n: open.length, all: client.holdings.length })}</small>
      </h2>
      {open.length === 0 && <p className="empty">{t('suit.allMatch')}</p>}
      {open.length > 0 && (
        <table className="list">
          <colgroup>
            <col style={{ width: 260 }} />
            <col style={{ width: 72 }} />
            <col style={{ width: 120 }} />
            <col style={{ width: 80 }} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th>{t('holdings.product')}</th>
              <th>{t('shelf.grade')}</th>
              <th className="r">{t('holdings.value')}</th>
              <th className="r">{t('holdings.share')}</th>
              <th>{t('holdings.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {open.map(h => (
              <tr key={h.code} className="row">
                <td>
                  <ProductName name={h.name} code={h.code} />
                </td>
                <td className={h.riskGrade ? '' : 'i3'}>{h.riskGrade ?? t('common.missing')}</td>
                <td className="r">{f.wan(h.value)}</td>
                <td className="r">{f.ratio(h.share * 100, 1)}</td>
                <td>
                  <Verdict verdict={h.verdict} comparison={say(h.comparison)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2 style={{ marginTop: 12 }}>
        {t('client.questionnaire')}
        <small>{t('suit.asked', { count: asked.length })}</small>
      </h2>
      <table className="list">
        <thead>
          <tr>
            <th>{t('suit.date')}</th>
            <th>{t('client.capacity')}</th>
            <th className="r">{t('suit.score')}</th>
            <th>{t('clients.validUntil')}</th>
            <th>{t('suit.term')}</th>
            <th>{t('suit.variety')}</th>
            <th>{t('suit.by')}</th>
            <th>{t('suit.version')}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map(q => (
            <tr key={q.id} className="row">
              <td>{f.date(q.date)}</td>
              <td className="s">
                {t('client.capacityIs', { level: q.riskCapacity, name: t(`capacity.${q.riskCapacity}`) })}
              </td>
              <td className="r">{f.int(Math.round(q.score))}</td>
              <td>{f.date(q.validUntil)}</td>
              <td>{q.term === null ? '—' : t(`term.${q.term}`)}</td>
              <td>{q.variety === null ? '—' : t(`variety.${q.variety}`)}</td>
              <td>{t(`answeredBy.${q.answeredBy}`)}</td>
              <td className="i3">{q.version}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked.length === 0 && <p className="empty">{t('client.noQuestionnaire')}</p>}
    </div>
  )
}
