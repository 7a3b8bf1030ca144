-- For how long after its closing a unit may contest that a case, or its rating, counts in its score (剔除、考核申诉).
-- The default stays for rows of policies that say nothing else.
alter table callback_policy add column contest_limit text not null default '5wd';

-- Said with the closing and counted from it. Of what was closed before: five work days are at least seven natural ones.
alter table callback add column contest_until timestamptz;
update callback set contest_until = ended_at + interval '7 days' where decision = 'CLOSED';
-- What an instance of before closes gets the same from here.
create function keep_contest_until() returns trigger language plpgsql as $$
begin
  new.contest_until := new.ended_at + interval '7 days';
  return new;
end $$;
create trigger what_closed_a_case_may_be_contested
  before update of decision on callback
  for each row when (new.decision = 'CLOSED' and new.contest_until is null)
  execute function keep_contest_until();
alter table callback
  add constraint only_what_closed_a_case_is_contested
    check ((contest_until is not null) = (decision is not null and decision = 'CLOSED'));

-- The list of a unit: the rounds that closed its cases, newest first.
create index closing_rounds_of_a_unit on callback (unit_path text_pattern_ops, ended_at desc, callback_id desc)
  where decision = 'CLOSED';

-- What units ask about their score. Reasons in words stay here: the log carries codes.
create table score_request (
  request_id      uuid primary key,
  kind            text not null,
  case_id         uuid not null references hotline_case,
  case_no         text not null,
  round           int not null,
  unit_id         text not null,
  unit_path       text not null,
  -- Who recorded the rating: no judge of it.
  rated_by        text not null,
  status          text not null,
  reason          text not null,
  explanation     text not null,
  evidence        text not null,
  requested_at    timestamptz not null,
  requested_by    text not null,
  grants          boolean,
  decision_reason text,
  proposed_at     timestamptz,
  proposed_by     text,
  sent_back       text,
  ended_at        timestamptz,
  confirmed_by    text,
  version         bigint not null default 0,
  -- Two clerks of the unit at once, or a second try after a refusal, are told so.
  constraint one_request_per_round_and_kind unique (case_id, round, kind),
  constraint score_request_kind_is_known check (kind in ('EXCLUSION', 'APPEAL')),
  constraint score_request_status_is_known
    check (status in ('REVIEWING', 'CONFIRMING', 'GRANTED', 'REFUSED', 'LAPSED')),
  constraint open_request_has_no_end
    check ((status in ('REVIEWING', 'CONFIRMING')) = (ended_at is null)),
  constraint proposal_is_whole
    check (num_nonnulls(grants, decision_reason, proposed_at, proposed_by) in (0, 4)),
  constraint proposal_is_there_while_it_counts
    check ((status in ('CONFIRMING', 'GRANTED', 'REFUSED')) <= (proposed_by is not null)),
  constraint decision_is_that_of_the_proposal
    check (status not in ('GRANTED', 'REFUSED') or grants = (status = 'GRANTED')),
  -- One proposes, another confirms.
  constraint two_people_decide check (
    (status in ('GRANTED', 'REFUSED')) = (confirmed_by is not null) and confirmed_by is distinct from proposed_by
    or confirmed_by is null and status not in ('GRANTED', 'REFUSED'))
);

-- The reviewers' tabs, oldest first, and what was decided, newest first.
create index score_requests_to_decide on score_request (kind, status, requested_at, request_id)
  where status in ('REVIEWING', 'CONFIRMING');
create index score_requests_by_end on score_request (kind, ended_at desc, request_id desc)
  where status not in ('REVIEWING', 'CONFIRMING');
create index score_requests_of_a_unit on score_request (unit_path text_pattern_ops, kind);
