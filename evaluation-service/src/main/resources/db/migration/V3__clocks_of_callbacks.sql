-- What the due time was computed from, so that it can be explained, and from when it is pressing.
alter table callback add column callback_limit text, add column yellow_from timestamptz;

-- Of those that are there already only the due time is known.
update callback set yellow_from = opened_at + (callback_due - opened_at) / 2;

alter table callback alter column yellow_from set not null;

-- The calendars that dispatch has said. Until the first has come, the shipped one counts, as version 0.
create table work_calendar (
  version int primary key,
  content jsonb not null
);

-- By which one each due time was computed: that one explains it.
alter table callback add column calendar_version int not null default 0;

-- What a newer calendar has to look at.
create index open_callbacks_by_calendar on callback (calendar_version) where status = 'OPEN';
