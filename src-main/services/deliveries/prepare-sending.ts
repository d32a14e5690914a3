import type { SendView } from '../../contract/deliveries.ts'
import { readConnection } from '../session/connection.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { sendChecks } from './send-checks.ts'
import { agreed, sendScene, wayOf, type SendTarget } from './send-scene.ts'
import { fileNameOf, sendWords } from './send-words.ts'

/** What the dialogue shows before anything is sent: the checks, and the words that would go with it. */
export const prepareSending = (
  workspace: Workspace,
  target: SendTarget,
  sha256: (bytes: Uint8Array) => string,
  /** Whether the advisor is asked before it goes out once more; among many it never does. */
  asks = true,
): SendView => {
  const connection = readConnection(workspace.store)
  return workspace.store.read(tx => {
    const scene = sendScene(tx, workspace, target, { sha256, enrolled: connection !== null })
    const words = sendWords(scene, workspace)
    const composed = [words.subject, words.text]
    const earlier = scene.earlier.filter(each => each.state === 'sent').length
    const again = asks && earlier > 0
    const way = wayOf(target.channel)
    return {
      checks: [...sendChecks(scene, { ...words, composed, bringsConsent: false, again }, workspace.rules.wording)],
      to: scene.client?.email ?? null,
      ...words,
      fileName: fileNameOf(scene),
      hasConsent: way === null || agreed(scene, way),
      earlier,
    }
  })
}
