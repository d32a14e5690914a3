import type { ReactNode } from 'react'
import { articleName } from '../../../src-main/model/format/article-name.ts'
import { useLocale, useSay, useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Slow } from '../../ui/slow.tsx'

/** Every rule with its source, article, text and mark; the text is Chinese, the rule's own language. */
export const PackRules = ({ version }: { readonly version: string }): ReactNode => {
  const t = useT()
  const say = useSay()
  const locale = useLocale()
  const { data, error, refetch } = useAsk(['suitability', 'pack', version], api => api.rulePacks.rules({ version }))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Slow under />
  return (
    <>
      <p className="i2">{say(data.disclaimer)}</p>
      <table className="list plain tall">
        <colgroup>
          <col style={{ width: 128 }} />
          <col style={{ width: '28%' }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>{t('pack.mark')}</th>
            <th>{t('pack.article')}</th>
            <th>{t('pack.text')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rules.map(rule => (
            <tr key={rule.id}>
              <td className={`wrap mark ${rule.mark === 'unverified' ? 'warn' : 'i2'}`}>{t(`mark.${rule.mark}`)}</td>
              <td className="wrap">
                {articleName(rule.article, locale)}
                <div className="i3">{rule.source}</div>
              </td>
              <td className="wrap" lang="zh-CN">
                {rule.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
