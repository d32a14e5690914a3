import type { ReactNode } from 'react'
import type { HighestPair, PairTable } from '../../../src-main/model/report/account/concentration.ts'
import { useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import './pair-matrix.css'

/** Five classes, from none to near identity. */
const edges = [0.2, 0.4, 0.6, 0.8] as const
const classOf = (value: number): number => edges.filter(edge => value >= edge).length

/** Lower triangle of how two holdings go together; every cell can be asked. */
export const PairMatrix = ({
  title,
  table,
  highest,
  unit,
  empty,
}: {
  readonly title: string
  readonly table: PairTable
  readonly highest: HighestPair | null
  readonly unit: 'number' | 'ratio'
  readonly empty: string
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const nameOf = (code: string): string => table.names[table.codes.indexOf(code)] ?? code
  const print = (value: number | null): string =>
    value === null ? '—' : unit === 'ratio' ? f.ratio(value * 100, 0) : f.ratio(value, 2)
  return (
    <section className="fsec wide">
      <h2>
        {title}
        {highest && (
          <small>
            {t('pairs.highest', { a: nameOf(highest.a), b: nameOf(highest.b) })}
            {unit === 'ratio' ? <Fig figure={highest.figure} /> : <Fig figure={highest.figure} />}
          </small>
        )}
        <span className="hl pairs-key" aria-hidden="true">
          {['< 0.2', '0.2', '0.4', '0.6', '≥ 0.8'].map((text, i) => (
            <i key={text} style={{ background: `var(--h${i})` }}>
              {text}
            </i>
          ))}
        </span>
      </h2>
      {table.codes.length < 2 ? (
        <p className="i2">{empty}</p>
      ) : (
        <div className="pairs">
          <table>
            <colgroup>
              <col style={{ width: 24 }} />
              <col style={{ width: 196 }} />
              {table.codes.slice(0, -1).map(code => (
                <col key={code} style={{ width: 38 }} />
              ))}
            </colgroup>
            <tbody>
              {table.codes.map((code, row) => (
                <tr key={code}>
                  <td className="r i3">{row + 1}</td>
                  <th scope="row" title={`${table.names[row] ?? ''} ${code}`}>
                    {table.names[row]}
                  </th>
                  {table.codes.slice(0, row).map((other, column) => {
                    const value = table.values[row]?.[column] ?? null
                    return (
                      <td
                        key={other}
                        className={value === null ? 'i3' : `h${classOf(value)}`}
                        title={`${table.names[row] ?? ''} × ${table.names[column] ?? ''}`}
                      >
                        <Fig
                          figure={{
                            id: `${code}×${other}`,
                            value,
                            unit,
                            reason: value === null ? 'no-history' : null,
                            card: table.card,
                          }}
                          text={print(value)}
                        />
                      </td>
                    )
                  })}
                  {row < table.codes.length - 1 && <td className="i3">{row + 1}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
