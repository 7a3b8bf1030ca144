SET LOCAL lock_timeout = '5s';

-- Another citizen's case that this one may be the same matter as (疑似重复), as whoever registered it saw: a dispatcher compares the two, no rule
-- sends it to a unit. It may be a case that is not known here.
ALTER TABLE handled_case ADD COLUMN same_as uuid;
