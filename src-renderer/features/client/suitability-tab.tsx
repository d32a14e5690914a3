import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { QuestionnairePart } from '../assessments/questionnaire-part.tsx'
import { WaitingNote } from '../assessments/waiting-note.tsx'
import { AccountLevelPart } from '../suitability/account-level.tsx'
import { SuggestPart } from '../suggestions/suggest-part.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'

/** Suggestions, the holdings that are not a match, and the assessments with their history. */
export const SuitabilityTab = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const open = client.holdings.filter(h => h.verdict !== 'match')
  return (
    <div className="one" role="region" aria-label={t('clientTab.suitability')} tabIndex={0}>
      <WaitingNote risk={client.risk} />
      <SuggestPart key={client.id} clientId={client.id} />
      <AccountLevelPart key={`level-${client.id}`} clientId={client.id} />
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
      <QuestionnairePart clientId={client.id} />
    </div>
  )
}
