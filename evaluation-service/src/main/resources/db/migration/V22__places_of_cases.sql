set local lock_timeout = '5s';

-- Where a case lies, as intake says it: whoever is limited to a grid sees and does here only what
-- lies on it. Null of what was heard before: on nobody's grid until it is corrected or accepted.
alter table hotline_case add column place_path text;
