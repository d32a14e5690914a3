import type { ReactNode } from 'react'
import type { SendCheck } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'
import { VerdictMark } from '../../ui/marks.tsx'

const marks = { ok: 'match', blocked: 'mismatch', notice: 'undetermined' } as const

/** Every condition with its mark; a blocked one says what to do. */
export const SendChecks = ({ checks }: { readonly checks: readonly SendCheck[] }): ReactNode => {
  const t = useT()
  return (
    <ul className="checks">
      {checks.map(({ id, state, detail }) => (
        <li key={id} className={state === 'blocked' ? 'warn' : 'i2'}>
          <VerdictMark verdict={marks[state]} />
          <span>
            {state === 'ok'
              ? t(`sendCheck.${id}`)
              : state === 'notice'
                ? t('sendCheck.doNotDisturb')
                : t(`sendCheckStop.${id}`)}
            {(id === 'address' ||
              id === 'client' ||
              id === 'mailServer' ||
              (id === 'message' && state === 'blocked')) &&
              detail !== '' && <span className="i3"> {detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
