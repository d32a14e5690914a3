import { useQueryClient } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import type { ReactNode } from 'react'
import type { ShelfRow } from '../../../src-main/contract/products.ts'
import type { ProductEvent } from '../../../src-main/model/product-event.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Verdict } from '../../ui/marks.tsx'
import { ClientLink } from './client-link.tsx'
import { DraftList } from './draft-list.tsx'

/** Who is touched by an event, the loudest first, and one batch of drafts for those who stay ticked. */
export const AffectedPart = ({
  product,
  event,
}: {
  readonly product: ShelfRow
  readonly event: ProductEvent
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: string | null }>({
    busy: false,
    error: null,
  })
  const { code } = product
  const { data } = useAsk(['products', 'affected', code, event], a => a.products.affected({ code, event }))
  if (data?.code !== code) return null
  const chosen = data.clients.filter(c => !without.has(c.clientId))
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['products', 'drafts', code] })
  const takeBack = async (id: string): Promise<void> => {
    try {
      const { withdrawn, cancelled } = await api.products.undoDrafts({ id })
      tell(t('products.draftsBack', { n: withdrawn, cancelled }))
    } catch (e) {
      tell(failure(e))
    }
    await refresh()
  }
  const draft = async (): Promise<void> => {
    setState({ busy: true, error: null })
    try {
      const batch = await api.products.draft({ code, event, clientIds: chosen.map(c => c.clientId) })
      tell(t('products.drafted', { count: batch.drafts.length }), () => void takeBack(batch.id))
      await refresh()
      setState({ busy: false, error: null })
    } catch (e) {
      setState({ busy: false, error: failure(e) })
    }
  }
  const toggle = (id: string): void => {
    const next = new Set(without)
    if (!next.delete(id)) next.add(id)
    setWithout(next)
  }
  return (
    <>
      <div className="sec">
        <h2>
          {t('products.affected', { n: f.int(data.clients.length), money: f.money(data.value) })}
          <small className={data.worse > 0 ? 'warn' : ''}>{t('products.worse', { n: f.int(data.worse) })}</small>
        </h2>
        {data.clients.length === 0 ? (
          <p className="i2">{t('products.nobodyHolds')}</p>
        ) : (
          <>
            <div className="lines tick">
              {data.clients.map(c => (
                <Fragment key={c.clientId}>
                  <input
                    type="checkbox"
                    aria-label={t('products.draftFor', { name: c.name })}
                    checked={!without.has(c.clientId)}
                    onChange={() => toggle(c.clientId)}
                  />
                  <ClientLink id={c.clientId} name={c.name} />
                  <span>
                    <Verdict verdict={c.after} comparison={say(c.comparison)} />
                  </span>
                  <span className="r">
                    {f.money(c.value)} {f.share(c.share)}
                  </span>
                </Fragment>
              ))}
            </div>
            <p className="act">
              <Button
                kind="primary"
                onClick={() => void draft()}
                disabled={chosen.length === 0 ? t('products.draftNobody') : state.busy && t('products.drafting')}
              >
                {state.busy ? t('products.drafting') : t('products.draft', { count: chosen.length })}
              </Button>
              <span className="i3">{t('products.draftHow')}</span>
            </p>
            {state.error && (
              <p className="warn" role="alert">
                {state.error}
              </p>
            )}
          </>
        )}
      </div>
      <DraftList code={code} onTakeBack={takeBack} />
    </>
  )
}
