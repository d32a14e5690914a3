import type { ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import type { BiText } from '../../../src-main/model/text.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { FigureTable } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'

/** B1 and B11: who this is, how far the data reach, notice, declarations and the versions behind the figures. */
export const BasisPart = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { who, closing } = report
  const { coverage } = who
  const texts = (title: string, list: readonly BiText[]): ReactNode => (
    <section className="fsec">
      <h2>{title}</h2>
      <div className="text i2">
        {list.length === 0 && <p>—</p>}
        {list.map(text => (
          <p key={text.zh}>{say(text)}</p>
        ))}
      </div>
    </section>
  )
  const capacity =
    who.riskCapacity === null
      ? t('verdict.capacityMissing')
      : `${who.riskCapacity} ${t(`capacity.${who.riskCapacity}`)}`
  return (
    <>
      <FigureTable
        title={t('basis.who')}
        widths={['rest']}
        heads={[t('basis.fact'), { text: t('style2.value'), left: true }]}
        rows={[
          { id: 'age', label: t('basis.age'), cells: [{ figure: who.age }] },
          { id: 'type', label: t('basis.investor'), cells: [t(`investor.${who.investorType}`)] },
          { id: 'capacity', label: t('client.capacity'), cells: [capacity] },
          {
            id: 'valid',
            label: t('basis.assessed'),
            cells: [`${f.date(who.assessedOn)} – ${f.date(who.validUntil)}`],
          },
          { id: 'left', label: t('basis.daysLeft'), cells: [{ figure: who.validDays }] },
          {
            id: 'term',
            label: t('suit.term'),
            cells: [who.term === null ? t('common.missing') : t(`term.${who.term}`)],
          },
          {
            id: 'variety',
            label: t('suit.variety'),
            cells: [who.variety === null ? t('common.missing') : t(`variety.${who.variety}`)],
          },
          {
            id: 'objective',
            label: t('basis.objective'),
            cells: [who.objective === null ? t('common.missing') : t(`objective.${who.objective}`)],
          },
        ]}
      />
      <FigureTable
        title={t('basis.coverage')}
        note={`${f.date(coverage.from)} – ${coverage.to}`}
        widths={[140]}
        heads={[t('basis.fact'), t('style2.value')]}
        rows={[
          { id: 'accounts', label: t('basis.accounts'), cells: [f.int(coverage.accounts)] },
          { id: 'holdings', label: t('basis.holdings'), cells: [f.int(coverage.holdings)] },
          { id: 'trades', label: t('basis.trades'), cells: [f.int(coverage.trades)] },
          ...(['priced', 'lookThrough', 'reconciled'] as const).map(id => ({
            id,
            label: t(`basis.${id}`),
            cells: [{ figure: coverage[id] }],
          })),
        ]}
      >
        {coverage.notes.map(note => (
          <p key={note.zh} className="i2 text">
            {say(note)}
          </p>
        ))}
      </FigureTable>
      {texts(t('basis.segment'), who.segment?.reasons ?? [])}
      {texts(t('basis.notice'), closing.riskNotice)}
      {texts(t('basis.declarations'), closing.declarations)}
      {texts(t('basis.basis'), closing.basis)}
      <FigureTable
        title={t('basis.versions')}
        widths={['rest']}
        heads={[t('basis.fact'), { text: t('basis.version'), left: true }]}
        rows={closing.versions.map(v => ({ id: v.name, label: t(`packName.${v.name}`), cells: [v.version] }))}
      />
    </>
  )
}
