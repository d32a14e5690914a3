/** Reply pages without a file: of reports on paper, by mail or as a file. Nothing is shared, so no consent is asked. */
export const replyForms = {
  name: '0006-reply-forms',
  sql: `
alter table shares add column kind text not null default 'report' check (kind in ('report', 'form'));
alter table shares drop constraint shares_consent_check;
alter table shares add constraint shares_consent_check check (consent or kind = 'form');
`,
} as const
