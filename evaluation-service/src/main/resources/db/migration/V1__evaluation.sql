-- Cases as evaluation hears of them: one row each, so that rating, withdrawal and the next fact of
-- the log meet on one lock.
create table hotline_case (
  case_id         uuid primary key,
  case_no         text not null,
  status          text not null,
  kind            text not null,
  urgency         text not null,
  wants_callback  boolean not null,
  round           int not null default 0,
  lead_unit_id    text,
  lead_unit_path  text,
  -- Who had handled or reviewed the case in any round: none of them may call the citizen back.
  hands           text[] not null default '{}',
  first_solved    text,
  first_satisfied text,
  said_events     bigint not null default 0,
  version         bigint not null default 0,
  constraint case_number_is_unique unique (case_no),
  constraint round_is_not_negative check (round >= 0),
  -- The first result has both answers or is not there yet.
  constraint first_result_is_whole check ((first_solved is null) = (first_satisfied is null)),
  constraint status_is_known check (status in (
    'REGISTERED', 'SCREENING', 'ANSWERED_DIRECT', 'REFUSED', 'TRANSFERRED_OUT', 'PENDING_DISPATCH',
    'DISPATCHED', 'HANDLING', 'PENDING_REVIEW', 'PENDING_CALLBACK', 'REHANDLING', 'ON_HOLD',
    'CLOSED', 'ARCHIVED', 'MERGED', 'WITHDRAWN'))
) with (fillfactor = 70);

-- Every fact of a case rewrites its row: room on the page keeps these updates out of the indexes.
-- case_state is what deploy/reconcile compares across the services.
create view case_state as select case_id, case_no, status from hotline_case;

-- The text of a case from the restricted topic, masked there. It may come before or after the
-- facts of the case, so it has no foreign key.
create table case_file (
  case_id  uuid primary key,
  version  bigint not null,
  title    text,
  content  text,
  demand   text,
  -- A tombstone erased the text; an older file that comes again must not bring it back.
  erased   boolean not null default false,
  constraint erased_file_has_no_text check (not erased or (title is null and content is null and demand is null))
);

create table unit (
  unit_id text primary key,
  path    text not null,
  name_zh text not null,
  name_en text,
  active  boolean not null
);

-- Limits and rounds are data: how soon a callback is due, by kind and urgency (DOMAIN 3.5).
create table callback_limit (
  policy_version text not null,
  urgency        text not null,
  kind           text not null,
  callback_limit text not null,
  -- Sampled kinds are called back within the same limit; which of them may be left out is a rule
  -- of its own.
  sampled        boolean not null,
  constraint one_limit_per_kind_and_urgency primary key (policy_version, urgency, kind)
);

create table callback_policy (
  policy_version       text primary key,
  max_rehandles        int not null,
  unreachable_attempts int not null,
  unreachable_days     int not null,
  in_force             boolean not null,
  constraint policy_counts_are_sensible
    check (max_rehandles >= 0 and unreachable_attempts >= 1 and unreachable_days >= 1)
);

-- Only one policy is in force.
create unique index one_callback_policy_in_force on callback_policy (in_force) where in_force;

insert into callback_policy values ('sd-default/1', 2, 3, 2, true);

insert into callback_limit
  select 'sd-default/1', 'CRITICAL', kind, '1wd', false
    from unnest(array['CONSULTATION','HELP','COMPLAINT','REPORT','SUGGESTION','PRAISE','OTHER']) kind;
insert into callback_limit
  select 'sd-default/1', 'URGENT', kind, '1wd', false
    from unnest(array['CONSULTATION','HELP','COMPLAINT','REPORT','SUGGESTION','PRAISE','OTHER']) kind;
insert into callback_limit values
  ('sd-default/1', 'NORMAL', 'CONSULTATION', '3wd', true),
  ('sd-default/1', 'NORMAL', 'HELP',         '3wd', false),
  ('sd-default/1', 'NORMAL', 'COMPLAINT',    '3wd', false),
  ('sd-default/1', 'NORMAL', 'REPORT',       '3wd', false),
  ('sd-default/1', 'NORMAL', 'SUGGESTION',   '3wd', true),
  ('sd-default/1', 'NORMAL', 'PRAISE',       '3wd', true),
  ('sd-default/1', 'NORMAL', 'OTHER',        '3wd', false);

-- One callback per handled round, with the citizen's rating of that round once it is there.
create table callback (
  callback_id     uuid primary key,
  case_id         uuid not null references hotline_case,
  case_no         text not null,
  round           int not null,
  unit_id         text not null,
  unit_path       text not null,
  status          text not null,
  opened_at       timestamptz not null,
  callback_due    timestamptz not null,
  policy_version  text not null,
  -- Set once by the timer, never taken back.
  overdue_since   timestamptz,
  attempts        int not null default 0,
  attempt_days    int not null default 0,
  last_attempt_on date,
  reached_at      timestamptz,
  ended_at        timestamptz,
  ended_by        text,
  responded       text,
  solved          text,
  satisfied       text,
  request_true    text,
  reason          text,
  via             text,
  verbatim        text,
  decision        text,
  version         bigint not null default 0,
  -- A completion that is heard twice must not call the citizen twice.
  constraint one_callback_per_round unique (case_id, round),
  constraint callback_status_is_known
    check (status in ('OPEN', 'EVALUATED', 'UNREACHABLE', 'CANCELLED')),
  -- A callback has an end if and only if it is no longer open.
  constraint open_callback_has_no_end check ((status = 'OPEN') = (ended_at is null)),
  -- A rating is whole, and it is there if and only if the citizen was asked.
  constraint rating_is_there_when_evaluated check (
    (status = 'EVALUATED') = (responded is not null and solved is not null
      and satisfied is not null and request_true is not null and via is not null)),
  constraint rating_needs_a_citizen_who_was_reached
    check (status <> 'EVALUATED' or reached_at is not null),
  constraint dissatisfaction_has_a_reason
    check (status <> 'EVALUATED' or ((solved = 'NO' or satisfied = 'NO') = (reason is not null))),
  constraint decision_is_there_when_it_ended_by_us
    check ((status in ('EVALUATED', 'UNREACHABLE')) = (decision is not null)),
  constraint unreachable_was_never_reached
    check (status <> 'UNREACHABLE' or (reached_at is null and attempts > 0))
) with (fillfactor = 80);

-- The callback desk reads open tasks by due time; few of all are open.
create index open_callbacks_by_due on callback (callback_due, callback_id) where status = 'OPEN';
-- The overdue tab: the fewest.
create index overdue_callbacks_by_due on callback (callback_due, callback_id)
  where status = 'OPEN' and overdue_since is not null;
-- The done tab pages backwards in time.
create index ended_callbacks_by_end on callback (ended_at desc, callback_id desc)
  where status <> 'OPEN';
-- The tab of all.
create index callbacks_by_opening on callback (opened_at desc, callback_id desc);

create table callback_attempt (
  callback_id uuid not null references callback,
  attempt_no  int not null,
  result      text not null,
  note        text,
  attempted_at timestamptz not null,
  actor       text not null,
  -- Two agents who dial at once are two attempts, with two numbers.
  constraint attempts_are_numbered primary key (callback_id, attempt_no)
);

-- Facts that came after another one had decided: kept, without effect.
create table late_fact (
  event_id    uuid primary key,
  case_id     uuid not null,
  type        text not null,
  occurred_at timestamptz not null,
  status      text not null
);

create index late_facts_of_a_case on late_fact (case_id);
