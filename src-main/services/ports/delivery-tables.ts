import type { Consent } from '../../model/consent.ts'
import type { Delivery } from '../../model/delivery.ts'
import type { ReportContent } from '../../model/report-content.ts'

export interface DeliveryTables {
  readonly deliveries: {
    /** Newest first. */
    all(): Delivery[]
    ofReport(reportId: string): Delivery[]
    byId(id: string): Delivery | null
    /** Those that wait or were under way, oldest first. */
    open(): Delivery[]
  }
  readonly consents: {
    /** Newest first. */
    ofClient(clientId: string): Consent[]
  }
  readonly contents: {
    byId(reportId: string): ReportContent | null
  }
}

export interface DeliveryWriter extends DeliveryTables {
  readonly deliveries: DeliveryTables['deliveries'] & { put(delivery: Delivery): void }
  readonly consents: DeliveryTables['consents'] & { add(consent: Consent): void }
  readonly contents: DeliveryTables['contents'] & { put(reportId: string, content: ReportContent): void }
}
