-- What the due time was computed from, so that it can be explained, and from when it is pressing.
alter table callback add column callback_limit text, add column yellow_from timestamptz;

-- Of those that are there already only the due time is known.
update callback set yellow_from = opened_at + (callback_due - opened_at) / 2;

alter table callback alter column yellow_from set not null;
