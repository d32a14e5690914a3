import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useOpenAssessment } from '../features/assessments/use-assessment.ts'
import { frameAtOnce, keepFrameAtOnce } from '../state/frame-at-once.ts'
import { later } from '../state/later.tsx'
import { Failure } from '../ui/failure.tsx'
import { Damaged } from './damaged.tsx'
import { useForgetBook } from './use-forget-book.ts'
import { Shell } from './shell.tsx'
import { Unlock } from './unlock.tsx'
import { useSession } from './use-session.ts'

const Kiosk = later(async () => (await import('../features/assessments/kiosk.tsx')).Kiosk)

/**
 * What stands before the book: unlock, damage, a client who answers, or nothing. The first run shows in the shell's own
 * frame.
 */
export const Gate = (): ReactNode => {
  const { data, error, refetch, dataUpdatedAt } = useSession()
  const { followed, isForgetting } = useForgetBook()
  const isOpen = data?.kind === 'open'
  const assessment = useOpenAssessment(isOpen)
  // the same element as long as the book is: it is not drawn again with every answer about the session
  const shell = useMemo(() => <Shell key={followed} />, [followed])
  // at the start only: a book that comes later waits for its answers
  const [atOnce, setAtOnce] = useState(frameAtOnce)
  const isKnown = data !== undefined && (!isOpen || assessment !== undefined)
  if (isKnown && atOnce) setAtOnce(false)
  const isBook = isOpen && !data.passcode && !assessment?.withClient
  useEffect(() => {
    if (isKnown) keepFrameAtOnce(isBook)
  }, [isKnown, isBook])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (isForgetting) return null
  if (data?.kind === 'locked') return <Unlock wait={data.waitSeconds} asked={dataUpdatedAt} passcode={data.passcode} />
  if (data?.kind === 'damaged') return <Damaged state={data} />
  // Not before it is known that no client has the device: a restart must not show the book for a moment. The frame that stands at once
  // is empty until then: it hears of the open book after the assessment.
  if (!isKnown && !atOnce) return null
  if (isOpen && assessment?.withClient) return <Kiosk open={assessment} />
  return shell
}
