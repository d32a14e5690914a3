import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { SuitabilityVerdict } from '../../../src-main/model/levels.ts'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'
import { Slow } from '../../ui/slow.tsx'
import { ChangeTable } from './change-table.tsx'

const SHOWN = 20

/** Two packs can say the same of a holding for another reason, or ask for other duties: then no arrow leads anywhere. */
const VerdictChange = ({ from, to }: { readonly from: SuitabilityVerdict; readonly to: SuitabilityVerdict }) => {
  const t = useT()
  return from === to ? (
    <>
      <Verdict verdict={from} /> {t('pack.flowSame')}
    </>
  ) : (
    <>
      <Verdict verdict={from} /> → <Verdict verdict={to} />
    </>
  )
}

/** What a pack changes on the first day it rules: rules, clients, holdings, products, suggestions, documents. */
export const PackPreview = ({ version }: { readonly version: string }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { data, error, isFetching, refetch } = useAsk(['suitability', 'preview', version], api =>
    api.rulePacks.preview({ version }),
  )
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Slow under />
  if (data.against === null) return <p className="i2">{t('pack.alone', { date: f.date(data.date) })}</p>
  const more = (all: number): ReactNode =>
    all > SHOWN ? <p className="i3">{t('pack.more', { n: f.int(all - SHOWN) })}</p> : null
  return (
    <>
      {isFetching && <Slow under />}
      <p className="i2">{t('pack.compared', { against: data.against, date: f.date(data.date) })}</p>
      <h3>{t('pack.part.rules', { count: data.changes.length, n: f.int(data.changes.length) })}</h3>
      <ChangeTable rows={data.changes} nameOf={kind => t(`packChange.${kind}`)} />
      {data.changes.length === 0 && <p className="i3">{t('pack.noChange')}</p>}
      <h3>{t('pack.part.clients', { n: f.int(data.clients.affected), worse: f.int(data.clients.worse) })}</h3>
      {data.holdings.flows.map(flow => (
        <p key={flow.from + flow.to} className="i2">
          <VerdictChange from={flow.from} to={flow.to} />{' '}
          {t('pack.flow', { count: flow.holdings, n: f.int(flow.holdings), value: f.money(flow.value) })}
        </p>
      ))}
      <table className="list plain">
        <tbody>
          {data.clients.rows.slice(0, SHOWN).map(each => (
            <tr key={each.clientId} className="row">
              <td className="el">
                <Link className="link" to={`/clients/${encodeURIComponent(each.clientId)}/suitability`}>
                  {each.name}
                </Link>
              </td>
              <td className="r" style={{ width: 120 }}>
                {t('pack.clientHoldings', { n: each.holdings })}
              </td>
              <td className={`r ${each.worse > 0 ? 'warn' : 'i3'}`} style={{ width: 120 }}>
                {t('pack.clientWorse', { n: each.worse })}
              </td>
              <td className="r" style={{ width: 120 }}>
                {f.money(each.value)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more(data.clients.affected)}
      <h3>{t('pack.part.products', { n: f.int(data.products.affected) })}</h3>
      <table className="list plain">
        <tbody>
          {data.products.rows.slice(0, SHOWN).map(each => (
            <tr key={each.code} className="row">
              <td>
                <ProductName name={each.name} code={each.code} />
              </td>
              <td style={{ width: 56 }}>{each.riskGrade ?? t('common.missing')}</td>
              <td className="r" style={{ width: 120 }}>
                {each.gained > 0 && t('pack.gained', { n: f.int(each.gained) })}
              </td>
              <td className="r warn" style={{ width: 120 }}>
                {each.lost > 0 && t('pack.lost', { n: f.int(each.lost) })}
              </td>
              <td className="r i2" style={{ width: 120 }}>
                {each.otherwise > 0 && t('pack.otherwise', { n: f.int(each.otherwise) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more(data.products.affected)}
      <h3>{t('pack.part.suggestions', { n: f.int(data.suggestions.affected), open: f.int(data.suggestions.open) })}</h3>
      <table className="list plain">
        <tbody>
          {data.suggestions.rows.slice(0, SHOWN).map(each => (
            <tr key={each.id} className="row">
              <td className="el">
                <Link className="link" to={`/clients/${encodeURIComponent(each.clientId)}/suitability`}>
                  {each.clientName}
                </Link>
              </td>
              <td>
                <ProductName name={each.name} code={each.code} />
              </td>
              <td style={{ width: 88 }} className="i2">
                {t(`suggestionState.${each.state}`)}
              </td>
              <td className="wrap" style={{ width: 240 }}>
                <VerdictChange from={each.before} to={each.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('pack.part.templates')}</h3>
      <table className="list plain">
        <thead>
          <tr>
            <th>{t('pack.template')}</th>
            <th className="r">{t('pack.templateVerdicts')}</th>
            <th className="r">{t('pack.templateArticles')}</th>
            <th className="r">{t('pack.templateTexts')}</th>
            <th className="r">{t('pack.templateMade')}</th>
          </tr>
        </thead>
        <tbody>
          {data.templates.map(each => (
            <tr key={each.template}>
              <td>{t(`template.${each.template}`)}</td>
              {([each.verdicts, each.articles, each.texts, each.made] as const).map((n, i) => (
                <td key={i} className={n > 0 ? 'r s' : 'r i3'}>
                  {f.int(n)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
