-- Whose accounts have acted here, as their holders' tokens said it last: ids alone stand beside what was done, and a person who looks into it
-- reads names. Written in the background by hotline.access.AccountsWriting; what is forgotten with the database comes back with the next act of each.
create table seen_account (
  account_id text        not null,
  login      text,
  name       text,
  -- Real time, as tokens live by it; within a day of the last act.
  seen_at    timestamptz not null default clock_timestamp(),
  constraint account_is_kept_once primary key (account_id)
);
create index accounts_are_forgotten_oldest_first on seen_account (seen_at);
