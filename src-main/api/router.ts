import { assessmentsApi } from './assessments-api.ts'
import { batchesApi } from './batches-api.ts'
import { clientsApi } from './clients-api.ts'
import { implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'
import { deliveriesApi } from './deliveries-api.ts'
import { eventsApi } from './events-api.ts'
import { evidenceApi } from './evidence-api.ts'
import { fundsApi } from './funds-api.ts'
import { importsApi } from './imports-api.ts'
import { mailApi } from './mail-api.ts'
import { matrixApi } from './matrix-api.ts'
import { productsApi } from './products-api.ts'
import { reportsApi } from './reports-api.ts'
import { rulePacksApi } from './rule-packs-api.ts'
import { searchApi } from './search-api.ts'
import { segmentRulesApi } from './segment-rules-api.ts'
import { sessionApi } from './session-api.ts'
import { settingsApi } from './settings-api.ts'
import { signingApi } from './signing-api.ts'
import { suggestionsApi } from './suggestions-api.ts'
import { suitabilityApi } from './suitability-api.ts'
import { syncApi } from './sync-api.ts'
import { todayApi } from './today-api.ts'
import { windowsApi } from './windows-api.ts'

/** Every call of the contract bound to its use case; `heard` is told of each. */
export const createRouter = (deps: ApiDeps, log: (fault: unknown) => void, heard: () => void = () => undefined) => {
  const os = implementer(log, heard)
  return os.router({
    session: sessionApi(os.session, deps),
    sync: syncApi(os.sync, deps),
    events: eventsApi(os.events, deps),
    segmentRules: segmentRulesApi(os.segmentRules, deps),
    matrix: matrixApi(os.matrix, deps),
    clients: clientsApi(os.clients, deps),
    evidence: evidenceApi(os.evidence, deps),
    funds: fundsApi(os.funds, deps),
    imports: importsApi(os.imports, deps),
    reports: reportsApi(os.reports, deps),
    rulePacks: rulePacksApi(os.rulePacks, deps),
    batches: batchesApi(os.batches, deps),
    deliveries: deliveriesApi(os.deliveries, deps),
    mail: mailApi(os.mail, deps),
    search: searchApi(os.search, deps),
    settings: settingsApi(os.settings, deps),
    signing: signingApi(os.signing, deps),
    today: todayApi(os.today, deps),
    products: productsApi(os.products, deps),
    assessments: assessmentsApi(os.assessments, deps),
    suitability: suitabilityApi(os.suitability, deps),
    suggestions: suggestionsApi(os.suggestions, deps),
    windows: windowsApi(os.windows, deps),
  })
}

export type AppRouter = ReturnType<typeof createRouter>
