/** What one line of the diagnosis spec names, and the figures that carry it: exact ids or patterns of ids. */
export interface SpecLine {
  readonly line: string
  readonly ids: readonly (string | RegExp)[]
}

const periods = ['ytd', '1y', '3y', '5y', '7y', '10y', 'sinceManager', 'sinceInception']
const every = (ids: readonly string[], of: (id: string) => string): string[] => ids.map(of)

/** Part A: figures of the fund diagnosis by section. */
export const fundSpec: readonly SpecLine[] = [
  { line: 'A1 NAV', ids: ['profile.nav'] },
  { line: 'A1 size by quarter', ids: ['profile.size', /^size\.\d{4}-\d\d-\d\d$/] },
  { line: 'A1 fees', ids: ['fees.total'] },
  { line: 'A1 ratings of agencies', ids: [/^rating\.[^.]+$/, /^rating\..+\.before$/] },
  { line: 'A1 dividends', ids: [/^dividend\./, /^split\./] },
  {
    line: 'A2 five-force radar',
    ids: every(['return', 'resilience', 'stability', 'selection', 'timing'], id => `score.${id}`),
  },
  { line: 'A2 total, peers, ranks', ids: ['score.total', /^score\.return\.metric$/, /^score\.timing\.rank$/] },
  { line: 'A3 curve', ids: ['curve.latest'] },
  { line: 'A3 period table', ids: periods.flatMap(id => [`${id}.fund`, `${id}.benchmark`, `${id}.excess`]) },
  { line: 'A3 peers', ids: periods.flatMap(id => [`${id}.peerMedian`, `${id}.rank`, `${id}.quartile`]) },
  { line: 'A3 calendar years', ids: [/^year\d{4}\.fund$/, /^year\d{4}\.benchmark$/, /^year\d{4}\.rank$/] },
  { line: 'A3 rank over time', ids: ['standing.latest'] },
  { line: 'A3 win rate by month', ids: ['winRate.months', 'winRate.monthsAgainstBenchmark'] },
  {
    line: 'A3 rolling-hold distribution',
    ids: ['6m', '1y', '2y', '3y'].flatMap(id =>
      ['starts', 'worst', 'p5', 'median', 'p95', 'best', 'positive'].map(name => `hold.${id}.${name}`),
    ),
  },
  { line: 'A4 underwater picture', ids: ['risk.current'] },
  { line: 'A4 five deepest drawdowns', ids: every(['1', '2', '3', '4', '5'], i => `drawdown${i}.depth`) },
  { line: 'A4 their days', ids: every(['1', '2', '3', '4', '5'], i => `drawdown${i}.days`) },
  { line: 'A4 rolling Sharpe', ids: ['risk.rollingSharpe'] },
  {
    line: 'A4 volatility, downside, ratios and tails',
    ids: ['annualVolatility', 'downsideDeviation', 'sharpe', 'sortino', 'calmar'].map(key => `risk.3y.${key}`),
  },
  { line: 'A4 VaR and CVaR', ids: ['risk.3y.valueAtRisk95', 'risk.3y.conditionalValueAtRisk95'] },
  {
    line: 'A4 against the benchmark',
    ids: ['beta', 'alpha', 'trackingError', 'informationRatio', 'upCapture', 'downCapture'].map(k => `risk.3y.${k}`),
  },
  { line: 'A5 Treynor-Mazuy', ids: ['tm.alpha', 'tm.beta', 'tm.gamma', 'tm.gammaT'] },
  { line: 'A5 Henriksson-Merton', ids: ['hm.alpha', 'hm.beta', 'hm.gamma', 'hm.gammaT'] },
  {
    line: 'A5 Brinson',
    ids: ['brinson.allocation', 'brinson.selection', 'brinson.interaction', 'brinson.active', 'brinson.periods'],
  },
  { line: 'A5 coverage of disclosed holdings', ids: ['coverage'] },
  { line: 'A6 style weights', ids: [/^style\.(?:large|bond|cash)$/] },
  { line: 'A6 fit, drift, against the declared style', ids: ['style.rSquared', 'style.drift', 'style.gap'] },
  { line: 'A7 classes', ids: ['mix.equity', 'mix.bond', 'mix.cash'] },
  { line: 'A7 top ten', ids: [/^position\.[^.]+$/, /^position\.[^.]+\.change$/, 'holdings.topTenShare'] },
  { line: 'A7 sectors', ids: [/^sectorWeight\./] },
  { line: 'A7 concentration, turnover', ids: ['holdings.effectiveNumber', 'holdings.turnover'] },
  { line: 'A7 duration', ids: ['holdings.duration'] },
  { line: 'A7 holder structure', ids: ['holdings.institutional', /^holders\.[^.]+\.individual$/] },
  {
    line: 'A8 tenure, return and drawdown in tenure, percentile',
    ids: ['tenure', 'return', 'annualReturn', 'maxDrawdown', 'excess', 'percentile'].map(name => `manager1.${name}`),
  },
  { line: 'A8 changes', ids: ['manager.changes'] },
  { line: 'A9 total cost', ids: ['fees.management', 'fees.custody', 'fees.sales', 'fees.total'] },
  { line: 'A9 cost of a holding period', ids: [/^fees\.\d+\.hold365$/, /^fees\.\d+\.hold7$/] },
  { line: 'A9 break-even of A and C class', ids: ['fees.breakEven'] },
]

/** A5 Campisi and A7 credit show their parts for bond funds only. */
export const bondSpec: readonly SpecLine[] = [
  {
    line: 'A5 Campisi for bond funds',
    ids: ['income', 'treasury', 'spread', 'selection', 'total'].map(name => `campisi.${name}`),
  },
  { line: 'A7 credit for bonds', ids: [/^creditWeight\./] },
]

/** A8: where the manager runs other funds. */
export const otherFundsSpec: SpecLine = { line: 'A8 other funds', ids: [/^other\./] }

const kinds = ['yearToDate', 'oneYear', 'sinceStart']
const classes = ['cash', 'fixedIncome', 'equity', 'multiAsset', 'overseasCommodity']

/** Part B: figures of the account diagnosis by section. */
export const accountSpec: readonly SpecLine[] = [
  { line: 'B1 age, validity', ids: ['who.age', 'who.validDays'] },
  {
    line: 'B1 data coverage',
    ids: ['who.coverage.priced', 'who.coverage.lookThrough', 'who.coverage.reconciled'],
  },
  { line: 'B2 assets over time with flows', ids: ['performance.totalAssets', 'performance.netInvested'] },
  { line: 'B2 TWR', ids: every(kinds, id => `performance.${id}.timeWeighted`) },
  { line: 'B2 XIRR', ids: every(kinds, id => `performance.${id}.xirr`) },
  { line: 'B2 modified Dietz', ids: every(kinds, id => `performance.${id}.modifiedDietz`) },
  { line: 'B2 profit by holding', ids: [/^performance\.contribution\.\d+\.profit$/] },
  {
    line: 'B2 contribution',
    ids: [/^performance\.contribution\.\d+\.return$/, 'performance.contribution.total.return'],
  },
  {
    line: 'B3 allocation, target, drift, amounts to move',
    ids: classes.flatMap(id => ['share', 'target', 'drift', 'move'].map(name => `allocation.${id}.${name}`)),
  },
  { line: 'B3 looked through', ids: ['allocation.coverage'] },
  {
    line: 'B4 concentration by product, manager, sector, stock',
    ids: [
      /^concentration\.product\..*\.share$/,
      /^concentration\.manager\..*\.share$/,
      /^concentration\.sector\..*\.share$/,
      /^concentration\.stock\..*\.share$/,
    ],
  },
  { line: 'B4 fund overlap', ids: ['concentration.overlap.highest'] },
  { line: 'B4 correlation', ids: ['concentration.correlation.highest'] },
  {
    line: 'B4 HHI, diversification ratio, risk contributions',
    ids: ['concentration.hhi', 'concentration.diversificationRatio', /^concentration\.risk\.\d+\.contribution$/],
  },
  {
    line: "B5 risk on today's weights",
    ids: ['volatility', 'maxDrawdown', 'valueAtRisk95', 'conditionalValueAtRisk95', 'beta', 'worstDay'].map(
      name => `risk.today.${name}`,
    ),
  },
  {
    line: 'B5 on the true history',
    ids: ['volatility', 'maxDrawdown', 'valueAtRisk95', 'conditionalValueAtRisk95', 'beta', 'worstDay'].map(
      name => `risk.history.${name}`,
    ),
  },
  {
    line: 'B5 stress windows in yuan',
    ids: ['2015-06', '2016-01', '2018', '2020-02', '2021-02', '2022-11', '2024-01'].map(id => `risk.stress.${id}.now`),
  },
  { line: 'B5 factor shocks in yuan', ids: ['equity', 'rates', 'overseas'].map(id => `risk.shock.${id}.now`) },
  { line: 'B6 every holding', ids: [/^suitability\.\d+\.share$/] },
  {
    line: 'B6 the whole',
    ids: [
      'suitability.weightedGrade',
      'suitability.shareAbove',
      /^suitability\.(?:match|mismatch|undetermined)\.share$/,
    ],
  },
  { line: 'B6 caps', ids: ['suitability.cap.singleProduct.share', 'suitability.cap.highGrades.share'] },
  { line: 'B7 behaviour gap', ids: ['behaviour.behaviourGap', 'behaviour.productReturn'] },
  { line: 'B7 turnover', ids: ['behaviour.turnover'] },
  { line: 'B7 closed lots', ids: ['behaviour.closedLots', 'behaviour.winRate', 'behaviour.payOff'] },
  { line: 'B7 holding days', ids: ['behaviour.holdingDaysWinners', 'behaviour.holdingDaysLosers'] },
  {
    line: 'B7 disposition effect',
    ids: ['behaviour.disposition', 'behaviour.gainsRealised', 'behaviour.lossesRealised'],
  },
  { line: 'B7 chasing', ids: ['behaviour.chasing'] },
  { line: 'B7 costs', ids: ['behaviour.tradingCosts', 'behaviour.productCosts', 'behaviour.costRate'] },
  {
    line: 'B8 one line a holding',
    ids: [
      /^holding\.\d+\.share$/,
      /^holding\.\d+\.riskContribution$/,
      /^holding\.\d+\.openProfit$/,
      /^holding\.\d+\.oneYear$/,
    ],
  },
  { line: 'B9 now to proposed with amounts, fees', ids: ['plan.amount', 'plan.fees', /^plan\..*amount$/] },
  {
    line: 'B9 before and after',
    ids: ['before', 'after'].flatMap(side =>
      ['volatility', 'maxDrawdown', 'annualCost', 'overlap', 'mismatchShare'].map(name => `plan.${side}.${name}`),
    ),
  },
  { line: 'B10 products that pass B6', ids: [/^offer\./] },
]

/** The ids of a line that none of the given figures has. */
export const missingOf = ({ ids }: SpecLine, has: readonly string[]): string[] =>
  ids.filter(id => (typeof id === 'string' ? !has.includes(id) : !has.some(each => id.test(each)))).map(String)
