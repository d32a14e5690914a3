/** Indexes of the change log, apart from the table so that a first load can build them at the end. */
export const changeIndexes = `
alter table changes add primary key (book, stream, key);
create index changes_in_order on changes (book, stream, tier, seq);
`

export const dropChangeIndexes = `
alter table changes drop constraint changes_pkey;
drop index changes_in_order;
`

/** Books with their counters, and the newest version of every row with its number. */
export const changeLog = {
  name: '0001-change-log',
  sql: `
create table office (
  id boolean primary key default true check (id),
  epoch text not null,
  secret text not null
);
insert into office (epoch, secret) values (gen_random_uuid()::text, gen_random_uuid()::text || gen_random_uuid()::text);

create table books (
  id text collate "C" primary key,
  advisor text,
  licence text,
  -- Last number given out; the row is locked by whoever writes to the book, so numbers follow the order of commits
  seq bigint not null default 0
);
insert into books (id) values ('*');

create table changes (
  book text collate "C" not null,
  stream text collate "C" not null,
  key text collate "C" not null,
  -- 1..5, or 0 for reference data
  tier smallint not null,
  seq bigint not null,
  deleted boolean not null default false,
  -- JSON as it travels; null when deleted
  row text
);
-- Rows of up to 8 kB stay as they are: packing them costs more time than the space is worth
alter table changes set (toast_tuple_target = 8160);
${changeIndexes}
`,
} as const
