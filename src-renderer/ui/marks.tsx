import type { ReactNode } from 'react'
import { marketWord } from '../../src-main/model/format/market-word.ts'
import { useLocale, useT } from '../i18n/i18n.ts'
import type { SuitabilityVerdict } from '../../src-main/model/levels.ts'

const shapes: Readonly<Record<SuitabilityVerdict, ReactNode>> = {
  match: (
    <>
      <circle cx="5.5" cy="5.5" r="4.9" fill="none" stroke="currentColor" />
      <path d="M3.2 5.7l1.7 1.7 3-3.6" fill="none" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  mismatch: (
    <>
      <rect width="11" height="11" rx="1.5" fill="var(--warn)" />
      <path d="M3.3 3.3l4.4 4.4M7.7 3.3l-4.4 4.4" stroke="var(--on-warn)" strokeWidth="1.4" />
    </>
  ),
  undetermined: (
    <>
      <circle cx="5.5" cy="5.5" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.1" strokeDasharray="2 1.55" />
      <path d="M4.1 4.5c0-1.9 2.8-1.9 2.8 0 0 .9-1.4 1-1.4 2" fill="none" stroke="currentColor" />
      <circle cx="5.5" cy="7.9" r=".65" fill="currentColor" />
    </>
  ),
}

export const VerdictMark = ({ verdict }: { readonly verdict: SuitabilityVerdict }): ReactNode => (
  <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
    {shapes[verdict]}
  </svg>
)

/** Mark and word; the comparison that decides it stands beside. */
export const Verdict = ({
  verdict,
  comparison,
}: {
  readonly verdict: SuitabilityVerdict
  readonly comparison?: string | undefined
}): ReactNode => {
  const t = useT()
  return (
    <>
      <span className={`v ${verdict}`}>
        <VerdictMark verdict={verdict} />
        <span>{t(`verdict.${verdict}`)}</span>
      </span>
      {comparison && (
        <span className="i2" style={{ marginLeft: 8 }}>
          {comparison}
        </span>
      )}
    </>
  )
}

/** Filled triangle, up or down, with an optional count. */
export const Arrow = ({ to, children }: { readonly to: 'up' | 'down'; readonly children?: ReactNode }): ReactNode => (
  <span className="ar">
    <svg width="7" height="6" viewBox="0 0 7 6" aria-hidden="true">
      <path d={to === 'up' ? 'M3.5 0L7 6H0z' : 'M0 0h7L3.5 6z'} fill="currentColor" />
    </svg>
    {children}
  </span>
)

/** Keys of one action; `Ctrl P` is one key cap. */
export const KeyHint = ({ keys }: { readonly keys: readonly string[] }): ReactNode =>
  keys.map(key => <kbd key={key}>{key}</kbd>)

/** Product name cut in the middle: share class and code stay. */
export const ProductName = ({
  name,
  code,
}: {
  readonly name: string
  readonly code?: string | undefined
}): ReactNode => {
  // a name stays as it is; what is none, such as the cash of an account, has its word
  const said = marketWord(name, useLocale())
  const tail = /^(.*(?:[^A-Za-z0-9]|FOF|LOF|ETF|QDII))([A-EHIY])$/.exec(said)
  const head = tail?.[1] ?? said
  return (
    <span className="nm" title={said}>
      <span>{head}</span>
      <i>{tail?.[2] ?? ''}</i>
      {code && <em>{code}</em>}
    </span>
  )
}
