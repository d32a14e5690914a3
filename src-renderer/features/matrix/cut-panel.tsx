import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { CutView } from '../../../src-main/contract/segment-rules.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { useClients } from '../../state/use-clients.ts'
import { Button } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { cutPath, placeOf, selectedPlace } from './cut-selection.ts'

const SHOWN = 24

/** The chosen place of another cut: its figures and its largest clients. */
export const CutPanel = ({ view }: { readonly view: CutView | undefined }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const chosen = selectedPlace.use()
  const cell = view && placeOf(view, chosen)
  const place = { axis: view?.axis ?? 'risk', row: cell?.row ?? '', band: cell?.band ?? 1 } as const
  const ids = useAsk(
    ['matrix', 'cutClients', place],
    api => api.segmentRules.cutClients(place),
    cell !== undefined,
  ).data
  const rows = useClients().data
  if (!view || !cell) return <aside className="sp2" aria-label={t('matrix.panel')} />
  const wanted = new Set(ids)
  const clients = (rows ?? [])
    .filter(row => wanted.has(row.id))
    .toSorted((a, b) => (b.assets ?? 0) - (a.assets ?? 0))
    .slice(0, SHOWN)
  const row = view.rows.find(each => each.id === cell.row)
  const band = view.bands.find(each => each.tier === cell.band)
  return (
    <aside className="sp2" aria-label={t('matrix.panel')} tabIndex={0}>
      <div className="sec" style={{ paddingTop: 9 }}>
        <h2 className="h2l">
          {row && say(row.name)} × {cell.band} {band && say(band.name)}
          <span className="rt">
            <Button
              kind="text"
              low
              keyHint="Enter"
              disabled={cell.count === 0 && t('whatIf.nobody')}
              onClick={() => void go(cutPath(view.axis, cell))}
            >
              {t('cut.clients', { count: cell.count, n: f.int(cell.count) })}
            </Button>
          </span>
        </h2>
        <p className="i2">
          {t('matrix.count', { n: f.int(cell.count) })} · {f.money(cell.aum)} ·{' '}
          {t('cut.share', { share: f.share(cell.share) })}
        </p>
        {cell.count > 0 && (
          <p className="i2">
            {t('cut.of', { average: f.money(Math.round(cell.aum / cell.count)), revenue: f.money(cell.revenue365) })}
          </p>
        )}
      </div>
      {clients.length > 0 && (
        <div className="sec">
          <table className="sh">
            <thead>
              <tr>
                <th>{t('clients.name')}</th>
                <th>{t('clients.cell')}</th>
                <th className="r">{t('clients.assets')}</th>
                <th className="r">{t('clients.overdue')}</th>
              </tr>
            </thead>
            <tbody>
              {clients.map(client => (
                <tr key={client.id}>
                  <td>
                    <button
                      type="button"
                      className="s"
                      onClick={() => void go(`/clients/${encodeURIComponent(client.id)}`)}
                    >
                      {client.name}
                    </button>
                  </td>
                  <td>
                    {client.tier && client.style
                      ? t('clients.cellIs', { tier: client.tier, style: t(`style.${client.style}`) })
                      : t('clients.noCell')}
                  </td>
                  <td className="r">{f.money(client.assets)}</td>
                  <td className={client.overdueDays > 0 ? 'r warn' : 'r i3'}>
                    {client.overdueDays > 0 ? t('clients.days', { n: client.overdueDays }) : '—'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </aside>
  )
}
