import type { ReactNode } from 'react'
import type { AccountRisk } from '../../../src-main/model/suggestion.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

/** Risk of the whole account before and after; what passes a cap is brown. */
export const RiskChange = ({
  before,
  after,
}: {
  readonly before: AccountRisk
  readonly after: AccountRisk
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const rows = [
    [t('suggest.weighted'), f.ratio(before.weightedGrade, 2), f.ratio(after.weightedGrade, 2), false],
    [t('suggest.highest'), before.highestGrade ?? '—', after.highestGrade ?? '—', false],
    [
      t('suggest.above'),
      f.share(before.shareAboveLevel),
      f.share(after.shareAboveLevel),
      (after.shareAboveLevel ?? 0) > (before.shareAboveLevel ?? 0),
    ],
    [
      t('suggest.largest'),
      f.share(before.largestProduct?.share ?? null),
      f.share(after.largestProduct?.share ?? null),
      after.breaches.some(each => each.kind === 'singleProduct'),
    ],
    [
      t('suggest.high'),
      f.share(before.highGradeShare),
      f.share(after.highGradeShare),
      after.breaches.some(each => each.kind === 'highGrades'),
    ],
  ] as const
  return (
    <table className="risk">
      <thead>
        <tr>
          <th>{t('suggest.accountRisk')}</th>
          {rows.map(([name]) => (
            <th key={name} className="r">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td className="i2">{t('suggest.before')}</td>
          {rows.map(([name, was]) => (
            <td key={name} className="r i2">
              {was}
            </td>
          ))}
        </tr>
        <tr>
          <td>{t('suggest.after')}</td>
          {rows.map(([name, , now, isBad]) => (
            <td key={name} className={isBad ? 'r warn' : 'r'}>
              {now}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
