import { z } from 'zod'
import { RiskCapacity, RiskGrade, Style, Tier } from '../model/levels.ts'
import { BiText } from '../model/text.ts'
import { base, none } from './base.ts'

export const CellFigures = z
  .object({
    tier: Tier,
    style: Style,
    count: z.int(),
    /** Fen. */
    aum: z.int(),
    share: z.number(),
    revenue365: z.int(),
    movedIn: z.int(),
    movedOut: z.int(),
    overdue: z.int(),
    due: z.int(),
    /** Part of the cell's held value whose verdict is a mismatch. */
    mismatchShare: z.number(),
    /** AUM at the last twelve week ends, oldest first; shorter when the history is. */
    spark: z.array(z.number()),
  })
  .readonly()
export type CellFigures = z.infer<typeof CellFigures>

/** A tier and the marks of assets around it; fen. */
export const AssetBand = z
  .object({ tier: Tier, name: BiText, from: z.int().nullable(), below: z.int().nullable() })
  .readonly()

export const MatrixView = z
  .object({
    dataDate: z.string().nullable(),
    comparedWith: z.string().nullable(),
    clients: z.int(),
    aum: z.int(),
    undetermined: z.int(),
    moves: z
      .object({ total: z.int(), up: z.int(), down: z.int(), style: z.int(), added: z.int(), left: z.int() })
      .readonly(),
    tiers: z.array(AssetBand),
    styles: z.array(z.object({ style: Style, name: BiText }).readonly()),
    cells: z.array(CellFigures),
    marks: z.object({ overdueShare: z.number(), mismatchShare: z.number() }).readonly(),
    pack: z.object({ version: z.string(), ours: z.boolean() }).readonly(),
    suitabilityPack: z.string(),
  })
  .readonly()
export type MatrixView = z.infer<typeof MatrixView>

const ClientRef = { clientId: z.string(), name: z.string() }

export const CellView = z
  .object({
    tier: Tier,
    style: Style,
    count: z.int(),
    aum: z.int(),
    averageAum: z.int(),
    revenue365: z.int(),
    service: z
      .object({
        cadenceDays: z.int(),
        minutes: z.int(),
        channels: BiText,
        server: BiText,
        custom: BiText,
        /** As it is planned: singly, or by one message when `batch`. */
        hoursPerWeek: z.number(),
        /** Served by one message to all while the advisor's hours do not reach. */
        batch: z.boolean(),
        onTime: z.int(),
        due: z.int(),
        overdue: z.int(),
        /** Without any contact on record. */
        never: z.int(),
        longest: z.object({ ...ClientRef, days: z.int() }).nullable(),
      })
      .readonly(),
    shelf: z.array(
      z
        .object({
          code: z.string(),
          name: z.string(),
          riskGrade: RiskGrade.nullable(),
          match: z.int(),
          mismatch: z.int(),
          undetermined: z.int(),
        })
        .readonly(),
    ),
    /** `aboveShare` is a part of the cell's assets, the caps are parts of one client's; money in fen. */
    risk: z
      .object({
        aboveValue: z.int(),
        aboveShare: z.number(),
        aboveClients: z.int(),
        /** Ordinary investors without a valid level. */
        noLevel: z.int(),
        professional: z.int(),
        levels: z.array(
          z
            .object({
              level: RiskCapacity,
              clients: z.int(),
              singleProduct: z.number(),
              singleClass: z.number(),
              highGrades: z.number(),
              overProduct: z.int(),
              overClass: z.int(),
              overGrades: z.int(),
            })
            .readonly(),
        ),
      })
      .readonly(),
    /** Moved in or out and still in the book; those listed are the largest. */
    movedTotal: z.int(),
    /** Left the book out of this cell. */
    gone: z.int(),
    moves: z.array(z.object({ ...ClientRef, direction: z.enum(['in', 'out']), what: BiText, why: BiText }).readonly()),
    nearTotal: z.int(),
    near: z.array(z.object({ ...ClientRef, what: BiText }).readonly()),
  })
  .readonly()
export type CellView = z.infer<typeof CellView>

/** The last recorded runs of one cell, newest first. */
export const CellHistory = z
  .object({
    runs: z.array(
      z
        .object({
          at: z.string(),
          why: z.enum(['data', 'rules', 'derived']),
          pack: z.string(),
          clients: z.int(),
          movedIn: z.int(),
          /** With those who left the book. */
          movedOut: z.int(),
          /** The largest of them; the other cell is null outside the book. */
          moves: z.array(
            z.object({ ...ClientRef, direction: z.enum(['in', 'out']), other: BiText.nullable() }).readonly(),
          ),
        })
        .readonly(),
    ),
  })
  .readonly()
export type CellHistory = z.infer<typeof CellHistory>

/** A table of cells as it stands on screen; it names no client. */
export const MatrixExport = z
  .object({
    what: z.enum(['matrix', 'cut', 'migration']),
    /** Name of the file and its sheet. */
    title: z
      .string()
      .min(1)
      .max(30)
      .regex(/^[^\\/:*?"<>|[\]]+$/, 'a file cannot be named so'),
    format: z.enum(['xlsx', 'csv']),
    header: z.array(z.string().min(1).max(60)).min(1).max(40).readonly(),
    rows: z
      .array(z.array(z.union([z.string().max(100), z.number(), z.null()])).readonly())
      .max(400)
      .readonly(),
  })
  .refine(table => table.rows.every(row => row.length === table.header.length), 'every row has a cell for each head')
  .readonly()
export type MatrixExport = z.infer<typeof MatrixExport>

export const matrix = {
  view: base.input(none).output(MatrixView),
  cell: base.input(z.object({ tier: Tier, style: Style })).output(CellView),
  history: base.input(z.object({ tier: Tier, style: Style })).output(CellHistory),
  /** Asks where to; the path is null when the user thought better of it. Every export is logged. */
  export: base.input(MatrixExport).output(z.object({ path: z.string().nullable(), rows: z.int() })),
}
