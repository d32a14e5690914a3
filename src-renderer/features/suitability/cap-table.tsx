import type { ReactNode } from 'react'
import type { AccountLevel } from '../../../src-main/contract/suitability.ts'
import type { AccountRisk } from '../../../src-main/model/suggestion.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

type Cap = {
  readonly kind: 'singleProduct' | 'singleClass' | 'highGrades'
  readonly what: string
  readonly share: number | null
}

/** Each cap with the largest share that it looks at; every breach is a line of its own. */
export const CapTable = ({
  risk,
  caps,
  nameOf,
}: {
  readonly risk: AccountRisk
  readonly caps: AccountLevel['caps']
  readonly nameOf: (code: string) => string
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const largest: readonly Cap[] = [
    {
      kind: 'singleProduct',
      what: risk.largestProduct ? nameOf(risk.largestProduct.code) : '—',
      share: risk.largestProduct?.share ?? null,
    },
    {
      kind: 'singleClass',
      what: risk.largestClass ? t(`assetClass.${risk.largestClass.assetClass}`) : '—',
      share: risk.largestClass?.share ?? null,
    },
    { kind: 'highGrades', what: 'R4 R5', share: risk.highGradeShare },
  ]
  const further = risk.breaches.filter(
    each =>
      (each.kind === 'singleProduct' && each.what !== risk.largestProduct?.code) ||
      (each.kind === 'singleClass' && each.what !== risk.largestClass?.assetClass),
  )
  const rows: readonly Cap[] = [
    ...largest,
    ...further.map(({ kind, what, share }) => ({
      kind,
      what: what === null ? '' : kind === 'singleClass' ? t(`assetClass.${what}`) : nameOf(what),
      share,
    })),
  ]
  return (
    <table className="list plain">
      <thead>
        <tr>
          <th>{t('level.cap')}</th>
          <th>{t('level.what')}</th>
          <th className="r">{t('level.share')}</th>
          <th className="r">{t('level.limit')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, what, share }) => {
          const limit = caps?.[kind] ?? null
          const over = limit !== null && share !== null && share > limit
          return (
            <tr key={kind + what}>
              <td className="i2">{t(`cap.${kind}`)}</td>
              <td className="el" title={what}>
                {what}
              </td>
              <td className={over ? 'r warn s' : 'r'}>{share === null ? '—' : f.share(share)}</td>
              <td className="r i2">
                {limit === null ? '—' : f.share(limit, 0)} {over && <span className="warn">{t('level.over')}</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
