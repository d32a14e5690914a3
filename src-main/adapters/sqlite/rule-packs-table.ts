import type { RulePackRow } from '../../model/rule-pack-row.ts'
import type { TableSpec } from './table-spec.ts'

export const rulePacksTable = {
  name: 'rulePacks',
  key: ['kind', 'version'],
  columns: {
    kind: 'text',
    version: 'text',
    effectiveOn: 'text',
    body: 'json',
  },
  orderBy: 'kind, effectiveOn, version',
} as const satisfies TableSpec<RulePackRow>
