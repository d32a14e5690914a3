/** One-time codes and the devices that used them; secrets are kept as hashes. */
export const devices = {
  name: '0002-devices',
  sql: `
create table enrol_codes (
  code_hash text primary key,
  book text collate "C" not null references books (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
create table devices (
  id text primary key,
  book text collate "C" not null references books (id),
  name text not null,
  public_key text,
  token_hash text not null unique,
  enrolled_at timestamptz not null,
  revoked_at timestamptz
);
`,
} as const
