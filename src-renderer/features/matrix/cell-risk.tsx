import type { ReactNode } from 'react'
import type { CellView } from '../../../src-main/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

const caps = [
  ['singleProduct', 'overProduct'],
  ['singleClass', 'overClass'],
  ['highGrades', 'overGrades'],
] as const

/** What the clients hold above their level, and the caps of each level with the accounts that break them. */
export const CellRisk = ({ cell }: { readonly cell: CellView }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { risk } = cell
  return (
    <div className="sec" style={{ paddingBottom: 6 }}>
      <h2>
        {t('risk.title')}
        <small>{t('risk.fit')}</small>
      </h2>
      <p className={risk.aboveClients > 0 ? '' : 'i2'}>
        {risk.aboveClients > 0
          ? t('risk.above', {
              value: f.money(risk.aboveValue),
              share: f.share(risk.aboveShare),
              count: risk.aboveClients,
              n: f.int(risk.aboveClients),
            })
          : t('risk.clean')}
      </p>
      {risk.levels.length > 0 && (
        <table className="sh">
          <thead>
            <tr>
              <th>{t('risk.level')}</th>
              <th className="r">{t('risk.clients')}</th>
              <th className="r">{t('risk.product')}</th>
              <th className="r">{t('risk.class')}</th>
              <th className="r">{t('risk.high')}</th>
            </tr>
          </thead>
          <tbody>
            {risk.levels.map(level => (
              <tr key={level.level}>
                <td>{level.level}</td>
                <td className="r">{f.int(level.clients)}</td>
                {caps.map(([cap, over]) => (
                  <td key={cap} className="r">
                    {f.share(level[cap], 0)}
                    {level[over] > 0 && <span className="warn s"> {t('risk.over', { n: f.int(level[over]) })}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {risk.noLevel > 0 && <p className="i3">{t('risk.noLevel', { n: f.int(risk.noLevel) })}</p>}
      {risk.professional > 0 && <p className="i3">{t('risk.professional', { n: f.int(risk.professional) })}</p>}
    </div>
  )
}
