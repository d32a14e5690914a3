import { fill } from '../../domain/text/fill.ts'
import type { Advisor } from '../../contract/session.ts'
import type { DeliveryTexts } from '../../model/delivery-texts.ts'
import { maskName } from '../../model/format/mask.ts'
import { asAdvisor, readConnection } from '../session/connection.ts'
import { readSettings } from '../settings/settings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { SendScene } from './send-scene.ts'

interface Words {
  readonly subject: string
  readonly text: string
}

const filled = (scene: SendScene, texts: DeliveryTexts, advisor: Advisor | null, firm: string): Words => {
  const { row, client, channel } = scene
  const language = row.locale === 'en' ? 'en' : 'zh'
  const greeting = texts.greeting[client?.kind === 'person' ? (client.gender ?? 'other') : 'other']
  const kind = row.kind === 'segment' ? '' : texts.kinds[row.kind]
  const values = {
    kind,
    report: row.id,
    dataDate: row.dataDate,
    pages: String(row.pages),
    advisor: advisor?.name ?? '',
    licence: advisor?.licence ?? '',
    firm,
    greeting: fill(greeting, { name: client?.name ?? '' }),
  }
  const parts = channel === 'link' ? texts.link : texts.mail
  return { subject: fill(parts.subject, values)[language], text: fill(parts.body, values)[language] }
}

/** Subject and text that accompany a report, in the language it was made in, with the client's name where it is known. */
export const sendWords = (scene: SendScene, workspace: Workspace): Words => {
  const connection = readConnection(workspace.store)
  const advisor = connection === null ? null : asAdvisor(connection)
  return filled(scene, workspace.rules.delivery, advisor, readSettings(workspace.store).firm.name)
}

/** File name for anything that leaves the desk: the client stays masked. */
export const fileNameOf = ({ row, client }: SendScene): string => {
  const who = client === null ? row.subjectName : maskName(client.name, client.kind)
  return `${row.id}-${who.replaceAll(/[\\/:*?"<>|\s]+/g, '_')}.pdf`
}
