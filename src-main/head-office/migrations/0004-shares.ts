/** Reports handed to clients by link; the file goes when the link ends, the record stays. */
export const shares = {
  name: '0004-shares',
  sql: `
create table shares (
  token_hash text primary key,
  book text collate "C" not null references books (id),
  id text collate "C" not null,
  client text collate "C" not null,
  report text not null,
  title text not null,
  -- The client's consent as head office had it when the report was shared
  consent boolean not null check (consent),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  code_salt text not null,
  code_hash text not null,
  misses int not null default 0,
  locked_until timestamptz,
  pages int not null,
  pdf bytea,
  opened int not null default 0,
  answered int not null default 0,
  pages_read int[] not null default '{}',
  unique (book, id)
);
create index shares_by_expiry on shares (expires_at) where pdf is not null;
`,
} as const
