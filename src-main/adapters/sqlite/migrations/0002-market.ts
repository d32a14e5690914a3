import type { Migration } from './migration.ts'

/** Reference data. A series is one blob: n day numbers, then n values, both little-endian int32 (values in 1e-4). */
export const market: Migration = {
  version: 2,
  name: 'market',
  sql: `
CREATE TABLE products (
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "assetClass" TEXT NOT NULL,
  "riskGrade" TEXT,
  "gradedBy" TEXT,
  "gradedOn" TEXT,
  "term" INTEGER,
  "variety" INTEGER,
  "highRisk" INTEGER NOT NULL,
  "redemptionDays" INTEGER,
  "minimum" INTEGER,
  "annualFee" REAL,
  "sale" TEXT NOT NULL,
  "onShelf" INTEGER NOT NULL,
  "tags" TEXT NOT NULL,
  "maturesOn" TEXT,
  "access" TEXT,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (code)
) STRICT, WITHOUT ROWID;
CREATE TABLE funds (
  "code" TEXT NOT NULL,
  "fundId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "shareClass" TEXT,
  "company" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "peerGroup" TEXT NOT NULL,
  "inceptionOn" TEXT NOT NULL,
  "closedOn" TEXT,
  "managers" TEXT NOT NULL,
  "benchmark" TEXT NOT NULL,
  "sizes" TEXT NOT NULL,
  "fees" TEXT NOT NULL,
  "dividends" TEXT NOT NULL,
  "splits" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "purchaseLimit" INTEGER,
  "holders" TEXT NOT NULL,
  "turnover" TEXT NOT NULL,
  "duration" REAL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (code)
) STRICT;
CREATE INDEX fundsByFund ON funds (fundId);
CREATE INDEX fundsByPeerGroup ON funds (peerGroup);
CREATE TABLE fundHoldings (
  "fundId" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "scope" TEXT NOT NULL,
  "allocation" TEXT NOT NULL,
  "positions" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (fundId, date)
) STRICT;
CREATE TABLE rulePacks (
  "kind" TEXT NOT NULL,
  "version" TEXT NOT NULL,
  "effectiveOn" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, version)
) STRICT;
CREATE TABLE navs (
  code TEXT NOT NULL PRIMARY KEY,
  lastDay INTEGER NOT NULL,
  points INTEGER NOT NULL,
  body BLOB NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE benchmarks (
  code TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  lastDay INTEGER NOT NULL,
  points INTEGER NOT NULL,
  body BLOB NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0
) STRICT;
`,
}
