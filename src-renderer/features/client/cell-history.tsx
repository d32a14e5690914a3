import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

export const CellHistory = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  /** `5-allocation` in the words of the matrix. */
  const cell = (code: string): string => {
    const [tier, style] = code.split('-')
    if (style !== undefined) return `${tier} ${t(`style.${style}`)}`
    return code === 'left' ? t('cellHistory.left') : t('clients.noCell')
  }
  if (client.history.length === 0) return null
  return (
    <section className="sec flush">
      <h2>{t('cellHistory.title')}</h2>
      <table>
        <colgroup>
          <col style={{ width: 104 }} />
          <col style={{ width: 200 }} />
          <col />
          <col style={{ width: 104 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('cellHistory.date')}</th>
            <th>{t('cellHistory.cell')}</th>
            <th>{t('cellHistory.why')}</th>
            <th>{t('cellHistory.pack')}</th>
          </tr>
        </thead>
        <tbody>
          {client.history.map(h => (
            <tr key={h.at}>
              <td className="i2">{f.dateTime(h.at)}</td>
              <td>{h.from === null ? cell(h.to) : `${cell(h.from)} → ${cell(h.to)}`}</td>
              <td className="i2" title={say(h.why)}>
                {say(h.why)}
              </td>
              <td className="i3">{h.pack}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
