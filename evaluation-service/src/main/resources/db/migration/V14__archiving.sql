-- Only what takes a moment: an instance of before goes on meanwhile. The locks in its order, the case before its callbacks, and all at
-- once; who holds one for longer than this does not make everybody wait behind it: the start fails and is repeated.
set local lock_timeout = '5s';
lock table hotline_case, callback in access exclusive mode;

-- Archiving (归档): how many days after both windows of a closed case are over.
alter table callback_policy
  add column archive_days int not null default 0,
  add constraint archiving_is_not_before_the_windows check (archive_days >= 0);

-- For how many years the record of a case is kept (保管期限), by its kind: full years after that of the closing, as for documents
-- of an office (10 or 30 years). What somebody may be held to account for is kept longer.
create table retention_class (
  kind  text primary key,
  years int not null,
  constraint a_record_is_kept_for_some_years check (years between 1 and 100)
);
insert into retention_class values
  ('CONSULTATION', 10), ('HELP', 10), ('SUGGESTION', 10), ('PRAISE', 10), ('OTHER', 10), ('COMPLAINT', 30), ('REPORT', 30);

-- Until when a closed case may be reopened: said with the closing, and from now on kept with it.
alter table callback add column reopen_until timestamptz;

-- As the policy in force has it, in days of 24 hours.
create function reopening_ends(of_case uuid, closed_at timestamptz) returns timestamptz language sql stable as $$
  select closed_at + make_interval(hours => 24 * coalesce(
    (select l.reopen_days
       from hotline_case h
       join callback_limit l on l.urgency = h.urgency and l.kind = h.kind
       join callback_policy p using (policy_version)
      where p.in_force and h.case_id = of_case), 15))
$$;

-- What an instance of before closes gets both from here: its window, and the timer that looks after it is over.
create function keep_reopen_until() returns trigger language plpgsql as $$
begin
  new.reopen_until := reopening_ends(new.case_id, new.ended_at);
  insert into timer (kind, key, due_at) values ('archive-due', new.callback_id::text, new.reopen_until + interval '1 hour')
    on conflict do nothing;
  return new;
end $$;
create trigger what_closed_a_case_is_archived
  before update of decision on callback
  for each row when (new.decision = 'CLOSED' and new.reopen_until is null)
  execute function keep_reopen_until();
-- Of what is closed already V16 fills it in, and looks at both constraints then.
alter table callback
  add constraint only_what_closed_a_case_may_be_reopened
    check ((reopen_until is not null) = (decision is not null and decision = 'CLOSED')) not valid;

alter table hotline_case
  add column archived_at     timestamptz,
  add column retention_years int,
  add column retention_until timestamptz,
  add constraint archived_case_has_its_retention
    check (num_nonnulls(archived_at, retention_years, retention_until) = case when status = 'ARCHIVED' then 3 else 0 end) not valid;

-- Legal holds (法律保留): while one stands, the case is neither archived nor destroyed. The words stay here: the log carries codes.
create table legal_hold (
  hold_id     uuid primary key,
  case_id     uuid not null references hotline_case,
  reason      text not null,
  reference   text not null,
  explanation text not null,
  placed_at   timestamptz not null,
  placed_by   text not null,
  lifted_at   timestamptz,
  lifted_by   text,
  lift_reason text,
  version     bigint not null default 0,
  constraint lifted_hold_says_by_whom_and_why check (num_nonnulls(lifted_at, lifted_by, lift_reason) in (0, 3))
);
create index legal_holds_of_a_case on legal_hold (case_id);
-- The list of all: what stands, the oldest first, and what was lifted, newest first.
create index standing_legal_holds on legal_hold (placed_at, hold_id) where lifted_at is null;
create index lifted_legal_holds on legal_hold (lifted_at desc, hold_id desc) where lifted_at is not null;
-- A lawsuit holds a case once, however often it is typed.
create unique index one_standing_hold_for_each_reference on legal_hold (case_id, reference) where lifted_at is null;
