import './fund.css'
import type { ReactNode } from 'react'
import type { Figure } from '../../../src-main/model/report/figure.ts'
import { useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'

/** Four squares, one filled. */
export const Quartile = ({ figure }: { readonly figure: Figure }): ReactNode => {
  const t = useT()
  if (figure.value === null) return <Fig figure={figure} />
  return (
    <Fig
      figure={figure}
      printed={
        <span className="qq" role="img" aria-label={t('fund.quartileIs', { n: figure.value })}>
          {[1, 2, 3, 4].map(n => (
            <i key={n} className={n === figure.value ? 'on' : ''} />
          ))}
        </span>
      }
    />
  )
}
