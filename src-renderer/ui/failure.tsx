import { ORPCError } from '@orpc/client'
import type { ReactNode } from 'react'
import { useEngineWords, vagueCodes } from '../i18n/engine-words.ts'
import { useLocale, useT } from '../i18n/i18n.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

type Told = {
  readonly code: string
  readonly message: string
  readonly hint: string
  /** The field, file or row that it is about. */
  readonly where?: string | undefined
}

const isData = (data: unknown): data is { code: string; hint: string; where?: string } =>
  typeof data === 'object' && data !== null && 'code' in data && 'hint' in data

/** What the engine said went wrong, in its closed code. */
export const told = (error: unknown): Told => {
  if (error instanceof ORPCError && isData(error.data))
    return { code: error.data.code, message: error.message, hint: error.data.hint, where: error.data.where }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), hint: '' }
}

/** What went wrong and what to do, in the language of the window. */
export const useFaultText = (): ((fault: Told) => string) => {
  const t = useT()
  const words = useEngineWords()
  const locale = useLocale()
  return ({ code, message, hint }) => {
    const known = t(`error.${code}`, { defaultValue: '' })
    const what = known === '' || vagueCodes.has(code) ? words(message) : known
    return [what, hint === '' ? '' : words(hint)].filter(Boolean).join(locale === 'en' ? ' ' : '')
  }
}

export const useFailureText = (): ((error: unknown) => string) => {
  const text = useFaultText()
  return error => text(told(error))
}

export const Failure = ({ error, retry }: { readonly error: unknown; readonly retry?: () => void }): ReactNode => {
  const t = useT()
  const text = useFailureText()
  const { code, where } = told(error)
  const which = [code, where].filter(Boolean).join(' · ')
  return (
    <Banner
      title={t('common.failed')}
      actions={
        <>
          <span className="i2 cut" style={{ maxWidth: 360 }} title={which}>
            {which}
          </span>
          {retry && <Button onClick={retry}>{t('common.retry')}</Button>}
        </>
      }
    >
      {text(error)}
    </Banner>
  )
}
