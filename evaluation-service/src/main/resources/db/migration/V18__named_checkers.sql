-- Only what takes a moment: an instance of before goes on meanwhile.
set local lock_timeout = '5s';

-- Supervisors who have said as what they go and look (核查人员名册): who names a checker chooses one of them. A post, never a name.
create table spot_checker (
  user_ref  text primary key,
  -- Of the account; null where it has none.
  unit_id   text,
  unit_path text,
  post      text not null,
  since     timestamptz not null,
  -- When that supervisor was last seen to act on a check; who left or is no supervisor any more acts on none.
  seen_at   timestamptz not null
);
-- Who chooses sees unit and post, and has to tell one supervisor from another.
create unique index one_checker_per_post on spot_checker (coalesce(unit_path, ''), post);

-- Who named the checker; null when the checker took it. An instance of before leaves it when another takes the check over: it says then who
-- named the one before, and nothing hangs on it.
alter table spot_check add column named_by text;
