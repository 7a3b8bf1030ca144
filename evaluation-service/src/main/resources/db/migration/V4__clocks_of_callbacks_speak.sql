-- The due time that was said to approach: once for each that a callback has.
alter table callback add column warned_due timestamptz;
