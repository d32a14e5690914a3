import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'

interface Change<Kind extends string> {
  readonly kind: Kind
  readonly which: string
  readonly before: string | null
  readonly after: string | null
}

/** Differences of two packs, old beside new. */
export const ChangeTable = <Kind extends string>({
  rows,
  nameOf,
}: {
  readonly rows: readonly Change<Kind>[]
  readonly nameOf: (kind: Kind) => string
}): ReactNode => {
  const t = useT()
  if (rows.length === 0) return null
  return (
    <table className="list plain tall">
      <thead>
        <tr>
          <th style={{ width: 128 }}>{t('pack.change.kind')}</th>
          <th style={{ width: 132 }}>{t('pack.change.which')}</th>
          <th>{t('pack.change.before')}</th>
          <th>{t('pack.change.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(each => (
          <tr key={`${each.kind} ${each.which}`}>
            <td>{nameOf(each.kind)}</td>
            <td className="i2 el" title={each.which}>
              {each.which}
            </td>
            <td className="wrap i2">{each.before ?? '—'}</td>
            <td className="wrap">{each.after ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
