import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { Choice } from '../../ui/choice.tsx'
import { accountParts, isAccountPart } from './account-parts.ts'
import type { AccountPart } from './account-parts.ts'

/** The part of the account diagnosis that is shown; it stays in the address, so that going back finds it again. */
export const useAccountPart = (): readonly [AccountPart, (part: AccountPart) => void] => {
  const [params, setParams] = useSearchParams()
  const asked = params.get('part')
  return [
    isAccountPart(asked) ? asked : 'overview',
    part => setParams(part === 'overview' ? {} : { part }, { replace: true }),
  ]
}

/** Overview and the sections B2 to B11, at the right of the tabs. */
export const PartChoice = (): ReactNode => {
  const t = useT()
  const [part, show] = useAccountPart()
  useKeys([
    {
      keys: accountParts.map((_, i) => String(i + 1)),
      label: t('accountPart.key'),
      run: key => show(accountParts[Number(key) - 1] ?? 'overview'),
      quiet: true,
    },
    { keys: ['1', '…', String(accountParts.length)], label: t('accountPart.key') },
  ])
  return (
    <Choice
      label={t('accountPart.key')}
      value={part}
      onChange={show}
      options={accountParts.map(value => ({ value, label: t(`accountPart.${value}`) }))}
    />
  )
}
