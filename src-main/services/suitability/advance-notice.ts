import { AppError } from '../../model/app-error.ts'
import type { EvidenceAnswer } from '../../model/evidence.ts'
import { Notice, noticeSteps, type NoticeState } from '../../model/notice.ts'
import { IsoTime } from '../../model/units.ts'
import { freezeVerdict } from '../evidence/freeze-verdict.ts'
import type { Made } from '../evidence/made.ts'
import type { WriteTx } from '../ports/store.ts'
import { judge } from '../suggestions/judged-view.ts'
import { sceneOf, type SuggestionScene } from '../suggestions/suggestion-scene.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { letterFindings, letterWriter } from './notice-lines.ts'
import { putNotice } from './queue-notices.ts'

const read = (workspace: Workspace, id: string): Notice => {
  const found = Notice.safeParse(workspace.store.read(tx => tx.notices.byId(id)?.body))
  if (!found.success)
    throw new AppError('notFound', 'there is no such notice', { where: id, hint: 'the client may have moved away' })
  return found.data
}

/** Freezes the present verdict of every holding that the client was told of. */
const freezeAll = (
  tx: WriteTx,
  scene: SuggestionScene,
  notice: Notice,
  answer: EvidenceAnswer | null,
  made: Made,
): readonly string[] =>
  notice.holdings.flatMap(({ code }) => {
    const product = scene.book.products.get(code)
    if (product === undefined) return []
    return [
      freezeVerdict(
        tx,
        {
          client: scene.entry.client,
          product,
          initiative: 'advisor',
          today: scene.today,
          dataDate: scene.book.dataDate,
          pack: scene.pack,
          verdict: judge(scene, product, 'advisor'),
          answer,
          by: scene.author,
          purpose: 'rejudge',
          reference: notice.id,
        },
        { id: made.id(), at: made.at, hash: made.hash },
      ).id,
    ]
  })

const NEEDS: Readonly<Partial<Record<NoticeState, string>>> = {
  told: 'say how the client was told: letter, e-mail, recording',
  acknowledged: 'name the recording, the signed paper or the electronic confirmation',
  dropped: 'say why the client need not be told',
}

/** The next state of a notice; telling and the client's answer are frozen as evidence in the same transaction. */
export const advanceNotice = (
  workspace: Workspace,
  request: { readonly id: string; readonly to: NoticeState; readonly note: string },
  made: Made,
): Notice => {
  const { id, to } = request
  const note = request.note.trim()
  const notice = read(workspace, id)
  if (!noticeSteps[notice.state].includes(to))
    throw new AppError('invalidInput', `a notice that is ${notice.state} cannot become ${to}`, { where: id })
  if (note === '') throw new AppError('invalidInput', 'a word on it is needed', { where: id, hint: NEEDS[to] ?? '' })
  const findings = to === 'told' ? letterFindings(workspace, letterWriter(workspace)(notice)) : []
  if (findings.length > 0)
    throw new AppError('invalidInput', 'the letter has a wording finding and goes to nobody', {
      where: findings.join(', '),
      hint: 'correct the names and texts it is made of',
    })
  const scene = sceneOf(workspace, notice.clientId)
  return workspace.store.write(tx => {
    const answer: EvidenceAnswer | null =
      to === 'acknowledged' ? { kind: 'confirmed', at: IsoTime.parse(made.at), by: 'client', reference: note } : null
    const evidence = to === 'dropped' ? [] : freezeAll(tx, scene, notice, answer, made)
    const moved: Notice = {
      ...notice,
      state: to,
      history: [...notice.history, { state: to, at: made.at, note, evidence }],
    }
    putNotice(tx, moved)
    return moved
  })
}
