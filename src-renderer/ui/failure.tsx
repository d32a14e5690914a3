import { ORPCError } from '@orpc/client'
import type { ReactNode } from 'react'
import { hintKey } from '../i18n/hint-key.ts'
import { useT } from '../i18n/i18n.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

type Told = { readonly code: string; readonly message: string; readonly hint: string }

const isData = (data: unknown): data is { code: string; hint: string } =>
  typeof data === 'object' && data !== null && 'code' in data && 'hint' in data

/** What the engine said went wrong, in its closed code. */
export const told = (error: unknown): Told => {
  if (error instanceof ORPCError && isData(error.data))
    return { code: error.data.code, message: error.message, hint: error.data.hint }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), hint: '' }
}

/** What to do, as the engine says it, in the window's language. */
export const useHintText = (): ((hint: string) => string) => {
  const t = useT()
  return hint => {
    const { key, n } = hintKey(hint)
    return hint === '' ? '' : t(`hint.${key}`, { n, defaultValue: hint })
  }
}

export const useFailureText = (): ((error: unknown) => string) => {
  const t = useT()
  const hintText = useHintText()
  return error => {
    const e = told(error)
    const known = t(`error.${e.code}`, { defaultValue: '' })
    return [known || e.message, hintText(e.hint)].filter(Boolean).join(' ')
  }
}

export const Failure = ({ error, retry }: { readonly error: unknown; readonly retry?: () => void }): ReactNode => {
  const t = useT()
  const text = useFailureText()
  return (
    <Banner
      title={t('common.failed')}
      actions={
        <>
          <span className="i2">{told(error).code}</span>
          {retry && <Button onClick={retry}>{t('common.retry')}</Button>}
        </>
      }
    >
      {text(error)}
    </Banner>
  )
}
