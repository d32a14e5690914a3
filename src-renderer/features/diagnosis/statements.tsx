import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { AccountSummary, Statement } from '../../../src-main/model/report/account/summary.ts'
import { useSay, useT } from '../../i18n/i18n.ts'

const List = ({
  title,
  items,
  none,
}: {
  readonly title: string
  readonly items: readonly Statement[]
  readonly none: string
}): ReactNode => {
  const say = useSay()
  return (
    <div className="sec">
      <h2>{title}</h2>
      {items.length === 0 && <p className="i2">{none}</p>}
      <div className="fa text">
        {items.map((item, i) => (
          <Fragment key={item.rule + String(i)}>
            <i>{i + 1}</i>
            <div>
              <b>{say(item.title)}</b>
              <p>{say(item.text)}</p>
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  )
}

/** At most three findings and three actions. */
export const Statements = ({ summary }: { readonly summary: AccountSummary }): ReactNode => {
  const t = useT()
  return (
    <>
      <List title={t('diag.findings')} items={summary.findings} none={t('diag.noFindings')} />
      <List title={t('diag.actions')} items={summary.actions} none={t('diag.noActions')} />
    </>
  )
}
