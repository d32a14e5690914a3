import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { styles } from './selection.ts'
import { scaleOf } from './what-if-draft.ts'
import type { Draft, DraftPart } from './what-if-draft.ts'

const fields = ['none', 'all', 'weight'] as const satisfies readonly (keyof DraftPart)[]

/** Parts of the three scores: from where they give nothing, from where all points, and how much they weigh. */
export const WhatIfStyles = ({
  draft,
  onDraft,
}: {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}): ReactNode => {
  const t = useT()
  return (
    <table className="marks-table">
      <thead>
        <tr>
          <th>{t('whatIf.figure')}</th>
          <th className="r">{t('whatIf.none')}</th>
          <th className="r">{t('whatIf.all')}</th>
          <th className="r">{t('whatIf.weight')}</th>
        </tr>
      </thead>
      {styles.map(style => {
        const parts = draft.scores[style]
        const sum = parts.reduce((total, part) => total + Number(part.weight), 0)
        return (
          <tbody key={style}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {t(`style.${style}`)}
              </th>
              <td className={Math.abs(sum - 100) < 1e-6 ? 'r i3' : 'r warn s'}>{Number(sum.toFixed(2))}</td>
            </tr>
            {parts.map((part, at) => (
              <tr key={part.figure}>
                <td>
                  {t(`figure.${part.figure}`)}
                  {scaleOf(part.figure) !== 1 && ' %'}
                </td>
                {fields.map(field => (
                  <td key={field} className="r">
                    <input
                      className="inp"
                      inputMode="decimal"
                      aria-label={t('whatIf.fieldOf', {
                        style: t(`style.${style}`),
                        figure: t(`figure.${part.figure}`),
                        field: t(`whatIf.${field}`),
                      })}
                      value={part[field]}
                      onChange={event =>
                        onDraft({
                          ...draft,
                          scores: {
                            ...draft.scores,
                            [style]: parts.with(at, { ...part, [field]: event.target.value }),
                          },
                        })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        )
      })}
    </table>
  )
}
