/** What devices sent, once each, with our answer; and who last wrote which field. */
export const outbox = {
  name: '0003-outbox',
  sql: `
create table outbox (
  book text collate "C" not null references books (id),
  id text collate "C" not null,
  device text not null references devices (id),
  received_at timestamptz not null,
  entry text not null,
  answer text not null,
  primary key (book, id)
);
create table field_writes (
  book text collate "C" not null,
  stream text collate "C" not null,
  key text collate "C" not null,
  field text not null,
  written_at timestamptz not null,
  primary key (book, stream, key, field)
);
create table field_losses (
  book text collate "C" not null,
  stream text collate "C" not null,
  key text collate "C" not null,
  field text not null,
  lost_at timestamptz not null,
  winner text not null,
  loser text not null
);
`,
} as const
