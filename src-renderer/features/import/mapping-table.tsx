import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ImportTable } from '../../../src-main/contract/imports.ts'
import { ImportKind, importFields, neededFields } from '../../../src-main/model/import/import-kind.ts'
import type { ImportMapping } from '../../../src-main/model/import/import-kind.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

const NONE = ''

const lacking = (next: ImportMapping): readonly (readonly string[])[] =>
  neededFields[next.kind].filter(group => !group.some(field => (next.columns[field] ?? []).length > 0))

/** Which field each column is, with the first values under its head; a change that leaves a needed field open waits. */
export const MappingTable = ({
  table,
  onMap,
}: {
  readonly table: ImportTable
  readonly onMap: (mapping: ImportMapping | null) => void
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const [draft, setDraft] = useState(table.mapping)
  const mapping = draft ?? table.mapping
  const fieldOf = (at: number): string =>
    Object.entries(mapping?.columns ?? {}).find(([, columns]) => columns.includes(at))?.[0] ?? NONE
  const take = (next: ImportMapping): void => {
    setDraft(next)
    if (lacking(next).length === 0) onMap(next)
  }
  const setField = (at: number, field: string): void => {
    if (!mapping) return
    const without = Object.entries(mapping.columns).flatMap(([name, columns]) => {
      const rest = columns.filter(column => column !== at && (name !== field || field === 'fee'))
      return rest.length === 0 ? [] : [[name, rest] as const]
    })
    const columns: Record<string, readonly number[]> = Object.fromEntries(without)
    if (field !== NONE) columns[field] = [...(columns[field] ?? []), at]
    take({ kind: mapping.kind, columns })
  }
  const setKind = (value: string): void => {
    const kind = ImportKind.safeParse(value)
    if (!kind.success) {
      setDraft(null)
      onMap(null)
    } else take({ kind: kind.data, columns: kind.data === 'wideTrades' ? { date: [0] } : {} })
  }
  // columns of published data have names of their own, nobody chooses among fields
  const byName = mapping?.kind === 'market'
  const samplesOf = (at: number): string => {
    const there = table.samples.map(row => row[at] ?? '').filter(text => text.trim() !== '')
    return there.length === 0 ? '—' : there.join(t('common.listComma'))
  }
  const open = mapping ? lacking(mapping) : []
  return (
    <section className="sec">
      <h2>
        {table.sheet === null ? table.file : `${table.file} · ${table.sheet}`}
        <small>
          {t(`importSource.${table.source}`)} · {table.format} ·{' '}
          {t('import.tableLines', { count: table.lines, n: f.int(table.lines) })}
        </small>
      </h2>
      <label className="imp-kind">
        {t('import.kind')}
        <select className="inp" value={mapping?.kind ?? NONE} onChange={event => setKind(event.target.value)}>
          <option value={NONE}>{t('import.leaveOut')}</option>
          {ImportKind.options.map(kind => (
            <option key={kind} value={kind}>
              {t(`importKind.${kind}`)}
            </option>
          ))}
        </select>
        {open.map(group => (
          <span key={group.join()} className="warn">
            {t('import.needs', { fields: group.map(field => t(`importField.${field}`)).join(t('import.or')) })}
          </span>
        ))}
      </label>
      {mapping && mapping.kind !== 'wideTrades' && (
        <table className="list">
          <thead>
            <tr>
              <th>{t('import.column')}</th>
              <th>{t('import.field')}</th>
              <th>{t('import.sample')}</th>
            </tr>
          </thead>
          <tbody>
            {table.header.map((head, at) => (
              <tr key={`${String(at)} ${head}`} className="row">
                <td>{head}</td>
                {byName ? (
                  <td className="i3">{t('import.byName')}</td>
                ) : (
                  <td>
                    <select
                      className="inp"
                      aria-label={t('import.fieldOf', { column: head })}
                      value={fieldOf(at)}
                      onChange={event => setField(at, event.target.value)}
                    >
                      <option value={NONE}>{t('import.ignore')}</option>
                      {importFields[mapping.kind].map(field => (
                        <option key={field} value={field}>
                          {t(`importField.${field}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                )}
                <td className="i2">{samplesOf(at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
