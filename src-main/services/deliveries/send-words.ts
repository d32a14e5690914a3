import { fill } from '../../domain/text/fill.ts'
import type { Advisor } from '../../contract/session.ts'
import type { DeliveryTexts } from '../../model/delivery-texts.ts'
import { maskName } from '../../model/format/mask.ts'
import type { SendScene } from './send-scene.ts'

/** Subject and text that accompany a report, in the language it was made in, with the client's name where it is known. */
export const sendWords = (
  scene: SendScene,
  texts: DeliveryTexts,
  advisor: Advisor | null,
  firm: string,
): { readonly subject: string; readonly text: string } => {
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

/** File name for anything that leaves the desk: the client stays masked. */
export const fileNameOf = ({ row, client }: SendScene): string => {
  const who = client === null ? row.subjectName : maskName(client.name, client.kind)
  return `${row.id}-${who.replaceAll(/[\\/:*?"<>|\s]+/g, '_')}.pdf`
}
