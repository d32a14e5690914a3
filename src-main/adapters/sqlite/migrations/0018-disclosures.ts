import type { Migration } from './migration.ts'

/** Sector sums and ratings as disclosed, and what fund companies announce. */
export const disclosures: Migration = {
  version: 18,
  name: 'disclosures',
  sql: `
CREATE TABLE fundsBefore AS SELECT * FROM funds;
DROP TABLE funds;
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
  "ratings" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (code)
) STRICT;
CREATE INDEX fundsByFund ON funds (fundId);
CREATE INDEX fundsByPeerGroup ON funds (peerGroup);
INSERT INTO funds SELECT code, fundId, name, shareClass, company, type, peerGroup, inceptionOn, closedOn, managers,
  benchmark, sizes, fees, dividends, splits, status, purchaseLimit, holders, turnover, duration, '[]', seq FROM fundsBefore;
DROP TABLE fundsBefore;
CREATE TABLE fundHoldingsBefore AS SELECT * FROM fundHoldings;
DROP TABLE fundHoldings;
CREATE TABLE fundHoldings (
  "fundId" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "scope" TEXT NOT NULL,
  "allocation" TEXT NOT NULL,
  "positions" TEXT NOT NULL,
  "sectors" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (fundId, date)
) STRICT;
INSERT INTO fundHoldings SELECT fundId, date, scope, allocation, positions, '[]', seq FROM fundHoldingsBefore;
DROP TABLE fundHoldingsBefore;
CREATE TABLE announcements (
  "id" TEXT NOT NULL,
  "fundId" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX announcementsByFund ON announcements (fundId, date);
`,
}
