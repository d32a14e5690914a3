import { z } from 'zod'
import { BiText } from '../../text.ts'
import { Figure, FigureWindow } from '../figure.ts'

/** B7: how the account was traded. Rates of closed lots are first in, first out. */
export const AccountBehaviour = z
  .object({
    window: FigureWindow.nullable(),
    /** XIRR minus what the products themselves returned over the same window. */
    behaviourGap: Figure,
    productReturn: Figure,
    turnover: Figure,
    closedLots: Figure,
    winRate: Figure,
    /** Mean gain of winners over mean loss of losers. */
    payOff: Figure,
    holdingDaysWinners: Figure,
    holdingDaysLosers: Figure,
    /** Proportion of gains realised, of losses realised, and their difference. */
    gainsRealised: Figure,
    lossesRealised: Figure,
    disposition: Figure,
    /** Share of the money bought after a rise above the mark over the lookback of the pack. */
    chasing: Figure,
    tradingCosts: Figure,
    productCosts: Figure,
    costRate: Figure,
    maintenanceRatio: Figure.nullable(),
    sentences: z.array(BiText).readonly(),
  })
  .readonly()
export type AccountBehaviour = z.infer<typeof AccountBehaviour>
