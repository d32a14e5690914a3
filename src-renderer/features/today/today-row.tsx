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

export const TodayRow = ({ row, rank, selected, today, onSelect, onOpen }: TodayRowProps): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const level =
    row.investorType === 'professional'
      ? t('investor.professional')
      : row.lapsed
        ? t('today.lapsed')
        : (row.riskCapacity ?? t('verdict.capacityMissing'))
  const due =
    row.overdueDays > 0
      ? t('today.overdueDays', { n: f.int(row.overdueDays) })
      : row.dueOn === today
        ? t('screen.today')
        : f.day(row.dueOn, today)
  return (
    <tr
      id={`today-${row.clientId}`}
      className={selected ? 'row sel' : 'row'}
      aria-selected={selected}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      <td className="i3">{rank}</td>
      <td>
        <p className="n" title={row.name}>
          {row.name}
        </p>
        <p className={row.lapsed ? 'sub warn' : 'sub'}>
          {level} · {f.money(row.assets)}
        </p>
      </td>
      <td>{row.tier && row.style ? `${row.tier} ${t(`style.${row.style}`)}` : t('clients.noCell')}</td>
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
          {row.verdict ? (
            <Verdict verdict={row.verdict.verdict} comparison={say(row.verdict.comparison)} />
          ) : (
            <span className="i3">{t('today.noProduct')}</span>
          )}
        </p>
      </td>
      <td className="r">
        <p>{t('today.minutes', { n: row.minutes })}</p>
        <p className="sub">{hours(row.minutesSoFar)}</p>
      </td>
      <td>
        <p className={row.overdueDays > 0 ? 'warn s' : ''}>{due}</p>
        <p className="sub">{say(row.channel)}</p>
      </td>
    </tr>
  )
}
