import { memo } from 'react'
import type { ReactNode } from 'react'
import type { ImportPreview } from '../../../src-main/contract/imports.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import type { BiText } from '../../../src-main/model/text.ts'
import { sayReason } from '../../state/reject-reason.ts'
import { useFormat } from '../../ui/format.ts'

const tableName = ({ file, sheet }: ImportPreview['tables'][number]): string =>
  sheet === null ? file : `${file} · ${sheet}`

/** What would be written, and every line that would not, with its reason. */
export const PreviewSide = memo(({ preview }: { readonly preview: ImportPreview }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const reasonText = (reason: BiText): string => {
    const found = /^does not fit: (?:([\w.]+): )?(.*)$/.exec(reason.en)
    if (!found) return say(reason)
    return `${t('rejectReason.fits')}${found[1] ?? ''} ${sayReason(t, found[2] ?? '')}`
  }
  const rejected = preview.tables.reduce((sum, table) => sum + table.rejected, 0)
  const ready = preview.tables.reduce((sum, table) => sum + table.ready, 0)
  const duplicates = preview.tables.reduce((sum, table) => sum + table.duplicates, 0)
  const skipped = preview.tables.reduce((sum, table) => sum + table.skipped, 0)
  const notes = preview.tables.flatMap(table =>
    table.notes.map(note => ({ ...note, key: `${String(table.index)} ${note.text.en}`, table: tableName(table) })),
  )
  const noted = notes.reduce((sum, note) => sum + note.count, 0)
  return (
    <>
      <section className="sec">
        <h2>{t('import.willWrite')}</h2>
        <table className="list imp-counts">
          <thead>
            <tr>
              <th>{t('sync.stream')}</th>
              <th className="r">{t('import.added')}</th>
              <th className="r">{t('import.changed')}</th>
              <th className="r">{t('import.same')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.counts.map(count => (
              <tr key={count.stream} className="row">
                <td>{t(count.stream === 'navs' ? 'import.navsByYear' : `stream.${count.stream}`)}</td>
                <td className="r m">{f.int(count.added)}</td>
                <td className="r">{f.int(count.changed)}</td>
                <td className="r i3">{f.int(count.same)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="i2">{t('import.leftOut', { duplicates: f.int(duplicates), skipped: f.int(skipped) })}</p>
      </section>
      {notes.length > 0 && (
        <section className="sec">
          <h2>
            {t('import.notes')}
            <small className="warn">{t('import.noteLines', { count: noted, n: f.int(noted) })}</small>
          </h2>
          {notes.map(({ key, table, text, count, lines }) => (
            <p key={key} className="text">
              <span className="warn">{say(text)}</span>{' '}
              <span className="i2">
                {t('import.noteAt', {
                  count,
                  n: f.int(count),
                  file: table,
                  lines: lines.join(t('common.listComma')),
                  more: count > lines.length ? '…' : '',
                })}
              </span>
            </p>
          ))}
        </section>
      )}
      <section className="sec">
        <h2>
          {t('rejects.title')}
          <small className={rejected > 0 ? 'warn' : ''}>{t('rejects.count', { count: rejected })}</small>
        </h2>
        {rejected === 0 && <p className="i2">{t(ready === 0 ? 'import.nothing' : 'rejects.none')}</p>}
        {rejected > 0 && ready > 0 && <p className="i2">{t('import.rejectHow')}</p>}
        {preview.tables.flatMap(table =>
          table.rejects.map(reject => (
            <details key={`${String(table.index)} ${String(reject.line)}`} className="text">
              <summary>
                {t('import.line', { file: tableName(table), line: reject.line })}{' '}
                <span className="warn">{reasonText(reject.reason)}</span>
              </summary>
              <p className="i2" style={{ overflowWrap: 'anywhere' }}>
                {reject.cells.join(' | ')}
              </p>
            </details>
          )),
        )}
      </section>
    </>
  )
})
