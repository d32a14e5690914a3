import { Consent } from '../../model/consent.ts'
import { Delivery } from '../../model/delivery.ts'
import { ReportContent } from '../../model/report-content.ts'
import type { DeliveryWriter } from '../../services/ports/delivery-tables.ts'
import type { Prepare } from './table.ts'

const bodyOf = (record: unknown): unknown => JSON.parse((record as { readonly body: string }).body)

export const deliveriesOf = (prepare: Prepare): DeliveryWriter => {
  const read = (sql: string, ...values: readonly string[]): Delivery[] =>
    prepare(sql)
      .all(values)
      .map(record => Delivery.parse(bodyOf(record)))
  return {
    deliveries: {
      all: () => read('SELECT body FROM deliveries ORDER BY madeAt DESC, id DESC'),
      ofReport: id => read('SELECT body FROM deliveries WHERE reportId = ? ORDER BY madeAt DESC, id DESC', id),
      byId: id => read('SELECT body FROM deliveries WHERE id = ?', id)[0] ?? null,
      open: () => read(`SELECT body FROM deliveries WHERE state IN ('queued', 'sending') ORDER BY madeAt, id`),
      put(delivery) {
        const { id, reportId, clientId, channel, state, madeAt } = delivery
        prepare(
          `INSERT INTO deliveries (id, reportId, clientId, channel, state, madeAt, body) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body`,
        ).run([id, reportId, clientId, channel, state, madeAt, JSON.stringify(delivery)])
      },
    },
    consents: {
      ofClient: clientId =>
        prepare('SELECT body FROM consents WHERE clientId = ? ORDER BY at DESC, id DESC')
          .all([clientId])
          .map(record => Consent.parse(bodyOf(record))),
      add(consent) {
        prepare('INSERT INTO consents (id, clientId, at, body) VALUES (?, ?, ?, ?)').run([
          consent.id,
          consent.clientId,
          consent.at,
          JSON.stringify(consent),
        ])
      },
    },
    contents: {
      byId(reportId) {
        const record = prepare('SELECT body FROM reportContents WHERE id = ?').get([reportId])
        const content = record === undefined ? null : ReportContent.safeParse(bodyOf(record))
        return content?.success === true ? content.data : null
      },
      put(reportId, content) {
        prepare('INSERT OR REPLACE INTO reportContents (id, body) VALUES (?, ?)').run([
          reportId,
          JSON.stringify(content),
        ])
      },
    },
  }
}
