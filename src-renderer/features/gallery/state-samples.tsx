import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Slow } from '../../ui/slow.tsx'
import { GalleryPart } from './gallery-part.tsx'

const nothing = (): void => undefined
const offline = new Error('connect ECONNREFUSED 127.0.0.1:9')

/** A screen that loads, is empty, has failed, is here in part, or works without head office. */
export const StateSamples = (): ReactNode => {
  const t = useT()
  return (
    <GalleryPart name="states">
      <div className="gal-wide">
        <PageHead title={t('screen.matrix')} busy actions={<Button keyHint="W">{t('common.open')}</Button>}>
          <span>{t('common.loading')}</span>
        </PageHead>
      </div>
      <div className="gal-wide">
        <Slow under />
        <div className="empty">
          <h2>{t('start.title')}</h2>
          <p>{t('noBook.clients')}</p>
          <p style={{ marginTop: 12 }}>
            <Button kind="primary" keyHint="Ctrl 2">
              {t('noBook.begin')}
            </Button>
          </p>
        </div>
      </div>
      <div className="gal-wide">
        <Failure error={offline} retry={nothing} />
      </div>
      <div className="gal-wide">
        <Banner
          title={t('sync.stoppedTitle', { count: 2 })}
          actions={
            <>
              <Button kind="primary" keyHint="F5">
                {t('sync.resume')}
              </Button>
              <Button>{t('sync.workOffline')}</Button>
            </>
          }
        >
          {t('sync.stillUsable', { n: '1,820' })}
        </Banner>
      </div>
      <div className="gal-wide">
        <Banner title={t('sync.stoppedShort')}>{t('error.offline')}</Banner>
      </div>
    </GalleryPart>
  )
}
