-- When intake corrected what the case is about, last (更正): the unit that works at it is told.
alter table handled_case add column corrected_at timestamptz;
