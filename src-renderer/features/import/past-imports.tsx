import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'

/** What came in by files before; each can be taken back whole, unless something runs already. */
export const PastImports = ({ onUndo }: { readonly onUndo: ((id: string) => void) | null }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { data, error, refetch } = useAsk(['sync', 'imports'], api => api.imports.list({}))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return (
    <section className="sec">
      <h2>{t('import.past')}</h2>
      {data?.length === 0 && <p className="i2">{t('import.noPast')}</p>}
      {data && data.length > 0 && (
        <table className="list imp-past">
          <thead>
            <tr>
              <th>{t('import.at')}</th>
              <th>{t('import.files')}</th>
              <th className="r">{t('import.rows')}</th>
              <th className="r">{t('sync.rejected')}</th>
              <th>{t('import.state')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map(each => (
              <tr key={each.id} className="row">
                <td>{f.dateTime(each.at)}</td>
                <td>{each.files.join(t('common.listComma'))}</td>
                <td className="r m">{f.int(each.counts.reduce((sum, c) => sum + c.added + c.changed, 0))}</td>
                <td className="r">{f.int(each.rejected)}</td>
                <td>
                  {each.undoneAt === null ? (
                    onUndo && <LinkButton onClick={() => onUndo(each.id)}>{t('import.takeBack')}</LinkButton>
                  ) : (
                    <span className="i3">{t('import.takenBack', { at: f.dateTime(each.undoneAt) })}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
