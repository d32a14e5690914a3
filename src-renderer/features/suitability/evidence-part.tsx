import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Slow } from '../../ui/slow.tsx'
import { ChainCheck } from './chain-check.tsx'
import { PackageCheck } from './package-check.tsx'
import { SelfCheckView } from './self-check-view.tsx'

/** The chain of evidence: is it whole, whose key signs what leaves, and what the half-year looked like. */
export const EvidencePart = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { data, error, refetch } = useAsk(['suitability', 'identity'], api => api.evidence.identity({}))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Slow under />
  return (
    <div className="two">
      <div className="body" role="region" aria-label={t('suitability.tab.evidence')} tabIndex={0}>
        <SelfCheckView halves={data.halves} />
      </div>
      <aside aria-label={t('chain.title')} tabIndex={0}>
        <section className="sec">
          <h2>
            {t('chain.title')}
            <small>{t('chain.records', { count: data.head.count, n: f.int(data.head.count) })}</small>
          </h2>
          <p className="i2">{t('chain.kept')}</p>
          <ChainCheck />
        </section>
        <section className="sec">
          <h2>{t('chain.key')}</h2>
          <p className="hash">{data.fingerprint}</p>
          <p className="i3">
            {t(data.enrolled ? 'chain.keyEnrolled' : 'chain.keyNotEnrolled', { at: f.date(data.madeAt.slice(0, 10)) })}
          </p>
          <p className="i3 hash">
            {data.head.count === 0 ? t('chain.empty') : t('chain.end', { hash: data.head.hash })}
          </p>
        </section>
        <section className="sec">
          <h2>{t('chain.package')}</h2>
          <p className="i2">{t('chain.packageWhat')}</p>
          <PackageCheck />
        </section>
      </aside>
    </div>
  )
}
