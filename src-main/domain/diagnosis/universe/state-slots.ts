/** Places of the running sums of one fund. Powers and products are about `SHIFT`, the mean when they were begun. */
export const SHIFT = 0
export const S1 = 1
export const S2 = 2
export const S3 = 3
export const S4 = 4
export const BELOW = 5
export const GAINS = 6
export const LOSSES = 7
/** Products with the excess of the benchmark, its square, and what it falls short of the free rate. */
export const PX = 8
export const PZ = 9
export const PH = 10
/** Difference to the benchmark and its square. */
export const Q1 = 11
export const Q2 = 12
/** Over the days the benchmark rose: sum, product with its excess, growth; then the same over those it fell. */
export const BULL = 13
export const BEAR = 16
/** Path, positions as places on the axis of days; episodes closed so far. */
export const RATIO = 19
export const LOWEST = 20
export const LOWEST_AT = 21
export const SUM = 22
export const SUM_SQUARES = 23
export const EPISODES = 24
export const DEPTHS = 25
export const LENGTHS = 26
export const RECOVERIES = 27
export const FLOOR = 28
export const PEAK_AT = 29
export const TROUGH_AT = 30
export const WINS = 31
export const LONGEST_WIN = 32
export const LONGEST_LOSS = 33
/** Runs that reach to the last day. */
export const WIN_RUN = 34
export const LOSS_RUN = 35
export const STATE_SLOTS = 36
