-- Whether the reporter wants to be called and can be: kept with the callback, so that the rule for
-- giving it up stands in this table. The default is for instances of before that still run.
alter table callback add column wants_callback boolean not null default true;

update callback c
   set wants_callback = false
  from hotline_case h
 where h.case_id = c.case_id and not h.wants_callback;

-- Nobody is to be tried in vain who asked not to be called or left no number.
alter table callback
  drop constraint unreachable_was_never_reached,
  add constraint unreachable_was_never_reached check (
    status <> 'UNREACHABLE' or (reached_at is null and (attempts > 0 or not wants_callback)));
