import type { ReactNode } from 'react'

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
}): ReactNode => (
  <table className="list plain tall">
    <tbody>
      {rows.map(each => (
        <tr key={`${each.kind} ${each.which}`}>
          <td style={{ width: 128 }}>{nameOf(each.kind)}</td>
          <td style={{ width: 132 }} className="i2 el" title={each.which}>
            {each.which}
          </td>
          <td className="wrap i2">{each.before ?? '—'}</td>
          <td className="wrap">{each.after ?? '—'}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
