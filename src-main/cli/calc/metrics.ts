import { metricsOf } from '../../domain/diagnosis/metrics/metrics-of.ts'
import { MetricsQuestion } from '../../model/calc/metrics.ts'
import { calculator } from './calculator.ts'

export const metrics = calculator(MetricsQuestion, metricsOf)
