import type { ReactNode } from 'react'
import type { TodayRow as Row } from '../../../src-main/contract/today.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { Verdict } from '../../ui/marks.tsx'
import { hours } from './hours.ts'

type TodayRowProps = {
  readonly row: Row
  readonly rank: number
  readonly selected: boolean
  readonly today: string
  readonly onSelect: () => void
  readonly onOpen: () => void
}

/** Name, level and assets, and the cell. */
const ClientPart = ({ row }: { readonly row: Extract<Row, { readonly kind: 'client' }> }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const level =
    row.investorType === 'professional'
      ? t('investor.professional')
      : row.lapsed
        ? t('today.lapsed')
        : (row.riskCapacity ?? t('verdict.capacityMissing'))
  const waits = row.waitingCapacity
  const shown =
    waits === null ? level : t(waits === level ? 'waiting.shortSame' : 'waiting.short', { now: level, level: waits })
  return (
    <>
      <td>
        <p className="n" title={row.name}>
          {row.name}
        </p>
        <p className={row.lapsed ? 'sub warn' : 'sub'}>
          {shown} · {f.money(row.assets)}
        </p>
      </td>
      <td>{row.tier && row.style ? `${row.tier} ${t(`style.${row.style}`)}` : t('clients.noCell')}</td>
    </>
  )
}

/** The product, and whom it concerns. */
const EventPart = ({ row }: { readonly row: Extract<Row, { readonly kind: 'event' }> }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const say = useSay()
  const [top, low] = [row.tiers[0], row.tiers.at(-1)]
  return (
    <>
      <td>
        <p className="n" title={`${say(row.name)} ${row.code ?? ''}`.trim()}>
          {say(row.name)}
        </p>
        <p className="sub">
          {t('matrix.count', { n: f.int(row.clientIds.length) })} · {f.money(row.value)}
        </p>
      </td>
      <td>{top === undefined ? '' : t('today.tiers', { tiers: top === low ? top : `${low}–${top}` })}</td>
    </>
  )
}

export const TodayRow = ({ row, rank, selected, today, onSelect, onOpen }: TodayRowProps): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const due =
    row.kind === 'client' && row.overdueDays > 0
      ? t('today.overdueDays', { n: f.int(row.overdueDays) })
      : row.dueOn === today
        ? t('screen.today')
        : f.day(row.dueOn, today)
  return (
    <tr
      id={`today-${row.id}`}
      className={selected ? 'row sel' : 'row'}
      aria-selected={selected}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      <td className="i3">{rank}</td>
      {row.kind === 'client' ? <ClientPart row={row} /> : <EventPart row={row} />}
      <td>
        <p className="m" title={say(row.why)}>
          {say(row.why)}
        </p>
        <p className="sub" title={say(row.more)}>
          {say(row.more)}
        </p>
      </td>
      <td>
        <p title={say(row.bring)}>{say(row.bring)}</p>
        <p>
          {row.kind === 'client' && row.verdict ? (
            <Verdict verdict={row.verdict.verdict} comparison={say(row.verdict.comparison)} />
          ) : (
            <span className="i3">{row.kind === 'client' ? t('today.noProduct') : t('today.eventOpen')}</span>
          )}
        </p>
      </td>
      <td className="r">
        <p>{t('today.minutes', { n: row.minutes })}</p>
        <p className="sub">{hours(row.minutesSoFar)}</p>
      </td>
      <td>
        <p className={row.kind === 'client' && row.overdueDays > 0 ? 'warn s' : ''}>{due}</p>
        <p className="sub">{say(row.channel)}</p>
      </td>
    </tr>
  )
}
