-- Why a task ended without a reply, for the unit that had it; null of those of before.
alter table assignment add column cancellation_reason text;

-- When a body outside got it last: what waited for dispatch waited until then. Null of those of before.
alter table handled_case add column transferred_at timestamptz;
