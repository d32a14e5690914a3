/** How long the chain of evidence of each device was, and how it ended; only ever longer. */
export const evidenceHeads = {
  name: '0005-evidence-heads',
  sql: `
create table evidence_heads (
  device text not null references devices (id),
  count bigint not null,
  hash text not null,
  signed_at text not null,
  signature text not null,
  received_at timestamptz not null,
  primary key (device, count)
);
`,
} as const
