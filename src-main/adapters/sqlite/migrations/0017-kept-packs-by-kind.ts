import type { Migration } from './migration.ts'

/** A version names one pack of its kind: head office may give a questionnaire the version of a pack that judges. */
export const keptPacksByKind: Migration = {
  version: 17,
  name: 'kept-packs-by-kind',
  sql: `
CREATE TABLE keptPacksOfKinds (
  kind TEXT NOT NULL,
  version TEXT NOT NULL,
  effectiveOn TEXT NOT NULL,
  origin TEXT NOT NULL,
  keptAt TEXT NOT NULL,
  activeSince TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, version)
) STRICT;
INSERT INTO keptPacksOfKinds
SELECT coalesce(json_extract(body, '$.kind'), 'suitability'), version, effectiveOn, origin, keptAt, activeSince, body
FROM keptPacks;
DROP TABLE keptPacks;
ALTER TABLE keptPacksOfKinds RENAME TO keptPacks;
`,
}
