import type { ReactNode } from 'react'
import type { Figure } from '../../../src-main/model/report/figure.ts'
import { Fig } from '../../ui/fig.tsx'

export type FigureCell = { readonly figure: Figure; readonly text?: string | undefined; readonly signed?: boolean }
export type FigureRow = {
  readonly id: string
  readonly label: string
  readonly cells: readonly (FigureCell | string)[]
}

/** Label on the left, figures or words on the right; every figure can be asked. */
export const FigureTable = ({
  title,
  note,
  heads,
  rows,
  empty,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly heads: readonly string[]
  readonly rows: readonly FigureRow[]
  readonly empty?: string
}): ReactNode => (
  <section className="fsec">
    <h2>
      {title}
      {note && <small>{note}</small>}
    </h2>
    {rows.length === 0 && empty ? (
      <p className="i2">{empty}</p>
    ) : (
      <table className="pt">
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={head} className={i === 0 ? '' : 'r'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <td title={row.label}>{row.label}</td>
              {row.cells.map((cell, i) => (
                // Cells stand in the order of the heads.
                <td key={i} className="r">
                  {typeof cell === 'string' ? cell : <Fig {...cell} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)
