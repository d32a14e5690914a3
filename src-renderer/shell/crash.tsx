import type { ReactNode } from 'react'
import { useRouteError } from 'react-router'
import { useT } from '../i18n/i18n.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { told } from '../ui/failure.tsx'

/** A screen that broke leaves the others usable. */
export const Crash = (): ReactNode => {
  const t = useT()
  const error = useRouteError()
  return (
    <Banner
      title={t('common.screenBroke')}
      actions={
        <Button kind="primary" onClick={() => window.location.reload()}>
          {t('common.reload')}
        </Button>
      }
    >
      {t('common.screenBrokeWhy')} <span className="text">{told(error).message}</span>
    </Banner>
  )
}
