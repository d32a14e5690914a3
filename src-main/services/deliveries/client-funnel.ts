import type { ReportFunnelView, ReportLine } from '../../contract/deliveries.ts'
import { reportFunnel } from '../../domain/delivery/report-funnel.ts'

/** The funnel of what is meant for clients: internal editions and reviews of segments never go out. */
export const clientFunnel = (lines: readonly ReportLine[]): ReportFunnelView =>
  reportFunnel(lines.filter(each => each.edition === 'client' && each.kind !== 'segment'))
