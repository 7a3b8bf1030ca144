-- Only what takes a moment: an instance of before goes on meanwhile. Who holds a case for longer than this does not make everybody
-- wait behind it: the start fails and is repeated.
set local lock_timeout = '5s';

-- What the unit claims of a round, to be laid beside what the citizen says (诉办比对), and by what a draw is stratified. An instance of
-- before does not write it: claims of another round than the one that closed the case are none, and null is not known.
alter table hotline_case
  add column category_code   text,
  add column signed_at       timestamptz,
  add column replied_at      timestamptz,
  add column claims_round    int,
  add column claimed_contact boolean,
  add column claimed_solved  boolean;

-- Spot checks (抽查): how soon one is due, how quick a reply is a sign.
-- The defaults stay for rows of policies that say nothing else.
alter table callback_policy
  add column spot_check_limit     text not null default '10wd',
  add column spot_check_quick_min int not null default 30,
  add constraint a_quick_reply_takes_some_time check (spot_check_quick_min > 0);

-- A draw (抽样): with what is here anybody can draw again and find the same cases. The seed is made by the service, not given.
create table spot_draw (
  draw_id      uuid primary key,
  drawn_at     timestamptz not null,
  drawn_by     text not null,
  -- The cases closed on these days of the city, the last one not included.
  from_day     date not null,
  to_day       date not null,
  unit_id      text,
  category     text,
  share        numeric(5, 2),
  sample_size  int not null,
  weights      jsonb,
  basis        text not null,
  algorithm    text not null,
  seed         text not null,
  frame_size   int not null,
  -- Of frame, in UTF-8.
  frame_sha256 text not null,
  -- One case each line, in the order of their ids.
  frame        text not null,
  constraint days_in_order check (from_day < to_day),
  constraint sample_is_of_the_frame check (sample_size between 1 and frame_size),
  constraint share_is_of_a_hundred check (share > 0 and share <= 100),
  constraint draw_basis_is_known check (basis in ('PROPORTIONAL', 'FILTERED', 'WEIGHTED')),
  constraint weighted_draw_says_how check ((basis = 'WEIGHTED') = (weights is not null)),
  constraint proportional_draw_is_of_all check (basis <> 'PROPORTIONAL' or unit_id is null and category is null)
);
create index spot_draws_by_time on spot_draw (drawn_at desc, draw_id desc);

-- One drawn case. The words stay here: the log carries codes.
create table spot_check (
  check_id        uuid primary key,
  draw_id         uuid not null references spot_draw,
  case_id         uuid not null references hotline_case,
  case_no         text not null,
  -- What is checked: the round that closed the case.
  callback_id     uuid not null references callback,
  round           int not null,
  unit_id         text not null,
  unit_path       text not null,
  category        text,
  basis           text not null,
  signals         text[] not null,
  -- As the unit claimed it then; the next round claims anew.
  claimed_contact boolean,
  claimed_solved  boolean,
  signed_at       timestamptz,
  replied_at      timestamptz,
  status          text not null,
  drawn_at        timestamptz not null,
  check_limit     text not null,
  due_at          timestamptz not null,
  yellow_from     timestamptz not null,
  calendar_version int not null,
  checker         text,
  taken_at        timestamptz,
  finding         text,
  contacted       text,
  checked_at      timestamptz,
  place           text,
  evidence        text,
  obstacle        text,
  notes           text,
  reported_at     timestamptz,
  sent_back       text,
  ended_at        timestamptz,
  confirmed_by    text,
  version         bigint not null default 0,
  -- A closing is checked once: what was drawn before is not in the next frame.
  constraint one_check_per_closing unique (callback_id),
  constraint check_status_is_known check (status in ('CHECKING', 'CONFIRMING', 'RECORDED', 'NOT_MADE')),
  constraint check_basis_is_known check (basis in ('PROPORTIONAL', 'FILTERED', 'WEIGHTED')),
  constraint taken_by_somebody check ((checker is null) = (taken_at is null)),
  constraint open_check_has_no_end check ((status in ('CHECKING', 'CONFIRMING')) = (ended_at is null)),
  constraint report_is_a_finding_or_an_obstacle check (
    -- What was sent back stays to be mended.
    status = 'CHECKING' and num_nonnulls(finding, obstacle) <= case when sent_back is null then 0 else 1 end and reported_at is null
    or status = 'CONFIRMING' and num_nonnulls(finding, obstacle) = 1 and reported_at is not null
    or status = 'RECORDED' and finding is not null and obstacle is null and reported_at is not null
    -- What was found and not signed in time stays, and does not count.
    or status = 'NOT_MADE' and obstacle is not null and (finding is null or obstacle = 'NOT_IN_TIME')),
  constraint finding_is_whole check (
    num_nonnulls(finding, contacted, checked_at, place, evidence) in (0, 5)),
  -- One was there, another confirms. Only what a reopening or the time ended needs nobody.
  constraint two_supervisors_sign check (
    confirmed_by is null and (status in ('CHECKING', 'CONFIRMING') or status = 'NOT_MADE' and obstacle in ('CASE_REOPENED', 'NOT_IN_TIME'))
    or confirmed_by is not null and status in ('RECORDED', 'NOT_MADE') and checker is not null and confirmed_by <> checker)
);
create index spot_checks_of_a_draw on spot_check (draw_id);
create index spot_checks_of_a_case on spot_check (case_id);
-- The tabs: what waits, by its due time, and what has ended, newest first.
create index open_spot_checks_by_due on spot_check (status, due_at, check_id) where ended_at is null;
create index ended_spot_checks_by_end on spot_check (ended_at desc, check_id desc) where ended_at is not null;

-- Nobody takes a case out of a draw or draws until it suits: what was drawn stays, whatever a program here may do.
create function drawn_by_lot_stays() returns trigger language plpgsql as $$
begin
  raise exception 'What was drawn by lot is neither changed nor removed';
end $$;
create trigger a_draw_stays before update or delete on spot_draw
  for each row execute function drawn_by_lot_stays();
create trigger a_drawn_case_stays before delete on spot_check
  for each row execute function drawn_by_lot_stays();
create trigger a_drawn_case_is_not_exchanged
  before update of check_id, draw_id, case_id, callback_id, round, unit_id, unit_path, basis, drawn_at on spot_check
  for each row
  when (row(old.check_id, old.draw_id, old.case_id, old.callback_id, old.round, old.unit_id, old.unit_path, old.basis, old.drawn_at)
        is distinct from
        row(new.check_id, new.draw_id, new.case_id, new.callback_id, new.round, new.unit_id, new.unit_path, new.basis, new.drawn_at))
  execute function drawn_by_lot_stays();
