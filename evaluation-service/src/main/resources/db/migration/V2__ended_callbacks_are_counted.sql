-- The desk shows how many callbacks have ended. Counting them row by row takes seconds once there
-- are millions, so the number is kept. In slots, since one row would make all ratings wait for each
-- other; a backend keeps to one slot and takes it last in its transaction, so no deadlock is possible.
create table ended_callback_count (
  slot  int primary key,
  ended bigint not null,
  constraint ended_callbacks_are_not_negative check (ended >= 0)
) with (fillfactor = 50);

insert into ended_callback_count (slot, ended) select slot, 0 from generate_series(0, 15) slot;

update ended_callback_count
   set ended = (select count(*) from callback where status <> 'OPEN')
 where slot = 0;

create function count_ended_callback() returns trigger language plpgsql as $$
begin
  update ended_callback_count set ended = ended + 1 where slot = pg_backend_pid() % 16;
  return null;
end $$;

-- In the database, because whoever ends a callback, in whatever way, must count it.
create trigger callback_end_is_counted
  after update of status on callback
  for each row when (old.status = 'OPEN' and new.status <> 'OPEN')
  execute function count_ended_callback();
