import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import '../client/client.css'
import { FundFigures } from './fund-figures.tsx'
import { FundHead } from './fund-head.tsx'

const Fund = ({ code }: { readonly code: string }): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const { data, error, isFetching, refetch } = useAsk(['funds', 'list'], api => api.funds.list({}))
  useKeys([{ keys: ['Esc'], label: t('common.back'), run: () => void go(-1) }])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <PageHead title={t('screen.funds')} busy />
  const fund = data.find(row => row.code === code)
  if (!fund)
    return (
      <div className="empty">
        <h2>{t('fund.unknown', { code })}</h2>
        <p>{t('fund.unknownWhy')}</p>
      </div>
    )
  return (
    <div className="page" style={{ gridTemplateRows: '60px minmax(0, 1fr)' }}>
      <FundHead fund={fund} busy={isFetching} />
      <FundFigures fund={fund} />
    </div>
  )
}

export const FundPage = (): ReactNode => {
  const { code } = useParams()
  const open = useIsOpen()
  return open && code !== undefined ? <Fund key={code} code={code} /> : <NoBook screen="funds" />
}
