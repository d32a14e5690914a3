import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import type { Draft, DraftStandard } from './what-if-draft.ts'

/** Contact interval and minutes of every cell, and whether one message may serve it while hours are short. */
export const WhatIfStandards = ({
  draft,
  onDraft,
}: {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}): ReactNode => {
  const t = useT()
  const change = (at: number, next: DraftStandard): void =>
    onDraft({ ...draft, standards: draft.standards.with(at, next) })
  const rows = draft.standards
    .map((standard, at) => ({ standard, at }))
    .toSorted((a, b) => b.standard.tier - a.standard.tier || a.at - b.at)
  return (
    <table className="marks-table">
      <thead>
        <tr>
          <th>{t('clients.cell')}</th>
          <th className="r">{t('whatIf.cadence')}</th>
          <th className="r">{t('whatIf.minutes')}</th>
          <th className="r">{t('whatIf.batch')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ standard, at }) => {
          const name = t('clients.cellIs', { tier: standard.tier, style: t(`style.${standard.style}`) })
          return (
            <tr key={name}>
              <td>{name}</td>
              {(['cadence', 'minutes'] as const).map(field => (
                <td key={field} className="r">
                  <input
                    className="inp"
                    inputMode="numeric"
                    aria-label={`${name} ${t(`whatIf.${field}`)}`}
                    value={standard[field]}
                    onChange={event => change(at, { ...standard, [field]: event.target.value })}
                  />
                </td>
              ))}
              <td className="r">
                <input
                  type="checkbox"
                  aria-label={`${name} ${t('whatIf.batch')}`}
                  checked={standard.batch}
                  onChange={event => change(at, { ...standard, batch: event.target.checked })}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
