import { isValidElement } from 'react'
import type { ReactNode } from 'react'
import type { Figure } from '../../src-main/model/report/figure.ts'
import { Fig } from './fig.tsx'
import './figure-table.css'

export type FigureCell = {
  readonly figure: Figure
  readonly text?: string | undefined
  readonly printed?: ReactNode
  readonly signed?: boolean | undefined
  readonly className?: string | undefined
}
export type FigureRow = {
  readonly id: string
  readonly label: ReactNode
  /** Of the whole row: `tot` for a total, `row` for one that opens something. */
  readonly className?: string | undefined
  readonly cells: readonly (FigureCell | ReactNode)[]
  readonly onOpen?: (() => void) | undefined
}
/** A head that is not right-aligned names its side. */
type Head = string | { readonly text: string; readonly left: true }

const isFigure = (cell: FigureCell | ReactNode): cell is FigureCell =>
  typeof cell === 'object' && cell !== null && !isValidElement(cell) && 'figure' in cell

const textOf = (head: Head | undefined): string => (typeof head === 'string' ? head : (head?.text ?? ''))
const isLeft = (head: Head | undefined): boolean => typeof head === 'object'

/** Label on the left, figures or words on the right; every figure can be asked. */
export const FigureTable = ({
  title,
  note,
  heads,
  rows,
  widths,
  empty,
  wide = false,
  narrow = !wide,
  children,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly heads: readonly Head[]
  readonly rows: readonly FigureRow[]
  /** Pixels of the columns after the first, which takes what is left; where others take it, the first is as wide as a name. */
  readonly widths?: readonly (number | 'rest')[]
  readonly empty?: string
  /** Takes the whole width of the page. */
  readonly wide?: boolean
  /** The first column holds short labels, no names. */
  readonly narrow?: boolean
  readonly children?: ReactNode
}): ReactNode => (
  <section className={wide ? 'fsec wide' : 'fsec'}>
    <h2>
      {title}
      {note && <small>{note}</small>}
    </h2>
    {children}
    {rows.length === 0 && empty ? (
      <p className="i2">{empty}</p>
    ) : (
      <table className="pt">
        {widths && (
          <colgroup>
            <col style={widths.includes('rest') ? { width: narrow ? 140 : 300 } : undefined} />
            {widths.map((width, i) => (
              // Columns stand in the order of the heads.
              <col key={i} style={width === 'rest' ? undefined : { width }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={textOf(head)} className={i === 0 || isLeft(head) ? '' : 'r'}>
                {textOf(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id} className={row.className} onDoubleClick={row.onOpen}>
              <td title={typeof row.label === 'string' ? row.label : undefined}>{row.label}</td>
              {row.cells.map((cell, i) => (
                <td key={i} className={isLeft(heads[i + 1]) ? '' : 'r'}>
                  {isFigure(cell) ? <Fig {...cell} /> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)

/** Length beside its number; `most` fills the whole width, of its column where none is given. */
export const Bar = ({ part, most, width }: { part: number | null; most: number; width?: number }): ReactNode => {
  const share = Math.abs(part ?? 0) / most
  const long = width === undefined ? `${share * 100}%` : share * width
  return <i className="wbar" style={share < 0.0005 ? { width: 0 } : { width: long, minWidth: 1 }} />
}
