import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import type { Statement } from '../../../src-main/model/report/account/summary.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Said } from '../../ui/said.tsx'
import { useAccountPart } from './part-choice.tsx'

const List = ({
  title,
  items,
  none,
  report,
  children,
}: {
  readonly title: string
  readonly items: readonly Statement[]
  readonly none: string
  readonly report: AccountReport
  /** At the right of the title. */
  readonly children?: ReactNode
}): ReactNode => {
  const say = useSay()
  return (
    <div className="sec">
      <h2>
        {title}
        {children && <span className="rt">{children}</span>}
      </h2>
      {items.length === 0 && <p className="i2">{none}</p>}
      <div className="fa text">
        {items.map((item, i) => (
          <Fragment key={item.rule + String(i)}>
            <i>{i + 1}</i>
            <div>
              <b>{say(item.title)}</b>
              <p>
                <Said report={report} figures={item.figures}>
                  {say(item.text)}
                </Said>
              </p>
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  )
}

/** At most three findings and three actions. */
export const Statements = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const { summary, plan } = report
  const [, show] = useAccountPart()
  const canDraft = plan.moves.length > 0
  useKeys(canDraft ? [{ keys: ['A'], label: t('plan.draft'), run: () => show('plan') }] : [])
  return (
    <>
      <List title={t('diag.findings')} report={report} items={summary.findings} none={t('diag.noFindings')} />
      <List title={t('diag.actions')} report={report} items={summary.actions} none={t('diag.noActions')}>
        {canDraft && (
          <LinkButton quiet keyHint="A" onClick={() => show('plan')}>
            {t('plan.draft')}
          </LinkButton>
        )}
      </List>
    </>
  )
}
