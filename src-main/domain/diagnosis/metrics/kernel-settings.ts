/** What a metric depends on beside the returns; per period means: as a fraction for one return interval. */
export interface KernelSettings {
  readonly periodsPerYear: number
  readonly riskFreePerPeriod: number
  readonly requiredReturnPerPeriod: number
}
