import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { suitabilityTabs } from '../../shell/screens.ts'
import { useSession, useSyncStatus } from '../../shell/use-session.ts'
import { useAsk } from '../../state/queries.tsx'
import { useFormat } from '../../ui/format.ts'
import { ExportLog } from './export-log.tsx'

/** Whose book this is, which rules are in force, and how large it is. */
export const AboutBook = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const session = useSession().data
  const sync = useSyncStatus().data
  const matrix = useAsk(['matrix', 'view'], api => api.matrix.view({})).data
  if (session?.kind !== 'open') return null
  const { advisor } = session
  return (
    <>
      <section className="sec">
        <h2>{t('about.advisor')}</h2>
        <dl className="pairs">
          <dt>{t('about.name')}</dt>
          <dd>{advisor?.name ?? '—'}</dd>
          <dt>{t('about.licence')}</dt>
          <dd>{advisor?.licence ?? '—'}</dd>
        </dl>
      </section>
      <section className="sec">
        <h2>{t('about.rules')}</h2>
        <dl className="pairs">
          <dt>{t('about.segments')}</dt>
          <dd>
            {matrix?.pack.version ?? '—'} {matrix?.pack.ours && <span className="i3">{t('about.ours')}</span>}
          </dd>
          <dt>{t('about.suitability')}</dt>
          <dd>{matrix?.suitabilityPack ?? '—'}</dd>
        </dl>
        <ul className="reasons">
          {suitabilityTabs.map(tab => (
            <li key={tab}>
              <Link className="link" to={`/suitability/${tab}`}>
                {t(`suitability.tab.${tab}`)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="sec">
        <h2>{t('about.program')}</h2>
        <dl className="pairs">
          <dt>{t('about.version')}</dt>
          <dd>{session.version}</dd>
          <dt>{t('about.book')}</dt>
          <dd>{session.demo ? t('about.demo') : t('about.own')}</dd>
          <dt>{t('about.storage')}</dt>
          <dd>{sync ? t('sync.storage', { n: f.ratio(sync.storageBytes / 1024 / 1024, 1) }) : '—'}</dd>
          <dt>{t('about.headOffice')}</dt>
          <dd className="el text">{sync?.url ?? '—'}</dd>
        </dl>
      </section>
      <ExportLog />
    </>
  )
}
