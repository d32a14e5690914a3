import { useQueryClient } from '@tanstack/react-query'
import { Fragment, useRef, useState } from 'react'
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

/** Lines on the screen; all clients are chosen, shown or not. */
const SHOWN = 300
/** Clients whose letters are made at once, so that there is progress and a way to stop. */
const AT_ONCE = 100

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
  const [state, setState] = useState<{ readonly done: number | null; readonly error: string | null }>({
    done: null,
    error: null,
  })
  const stop = useRef(false)
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
    stop.current = false
    let batch: string | null = null
    let done = 0
    let error: string | null = null
    try {
      while (done < chosen.length && !stop.current) {
        setState({ done, error: null })
        const clientIds = chosen.slice(done, done + AT_ONCE).map(c => c.clientId)
        const made: { readonly id: string } = await api.products.draft({ code, event, clientIds, batch })
        batch = made.id
        done += clientIds.length
      }
    } catch (e) {
      error = failure(e)
    }
    const made = batch
    if (made !== null) tell(t('products.drafted', { count: done }), () => void takeBack(made))
    await refresh()
    // stopped or broken off: the button goes on with those who have no letter yet
    if (done < chosen.length) setWithout(new Set([...without, ...chosen.slice(0, done).map(c => c.clientId)]))
    setState({ done: null, error })
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
          {t('products.affected', {
            count: data.clients.length,
            n: f.int(data.clients.length),
            money: f.money(data.value),
          })}
          <small className={data.worse > 0 ? 'warn' : ''}>
            {t('products.worse', { count: data.worse, n: f.int(data.worse) })}
          </small>
        </h2>
        {data.clients.length === 0 ? (
          <p className="i2">{t('products.nobodyHolds')}</p>
        ) : (
          <>
            <div className="lines tick">
              {data.clients.slice(0, SHOWN).map(c => (
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
            {data.clients.length > SHOWN && (
              <p className="i3">{t('products.moreAffected', { n: f.int(data.clients.length - SHOWN) })}</p>
            )}
            <p className="act">
              <Button
                kind="primary"
                onClick={() => void draft()}
                disabled={
                  chosen.length === 0 ? t('products.draftNobody') : state.done !== null && t('products.drafting')
                }
              >
                {state.done === null
                  ? t('products.draft', { count: chosen.length })
                  : t('products.draftingOf', { done: f.int(state.done), all: f.int(chosen.length) })}
              </Button>
              {state.done !== null && (
                <Button
                  onClick={() => {
                    stop.current = true
                  }}
                >
                  {t('products.stopDrafting')}
                </Button>
              )}
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
