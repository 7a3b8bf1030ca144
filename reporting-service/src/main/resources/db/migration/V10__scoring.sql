-- What counts in no score: the case (剔除), or only what its citizen said (申诉成立). None was before this version: existing
-- rows and counts are right, those of an instance of before that still adds to them as well: what citizens said is what counts
-- in a score and, in a column of its own, what does not. No check ties what is left out to a closed case: such an instance
-- reopens one and knows nothing of these columns.
ALTER TABLE case_record
  ADD COLUMN excluded_at      timestamptz,
  ADD COLUMN rating_set_aside boolean NOT NULL DEFAULT false;
ALTER TABLE headline_day
  ADD COLUMN excluded           bigint NOT NULL DEFAULT 0,
  ADD COLUMN rating_excluded    bigint NOT NULL DEFAULT 0,
  ADD COLUMN rating_set_aside   bigint NOT NULL DEFAULT 0,
  ADD COLUMN unscored_satisfied bigint NOT NULL DEFAULT 0;

-- The lists behind the numbers, newest first: their conditions are those of the lists, word for word.
CREATE INDEX excluded_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND status IN ('CLOSED', 'ARCHIVED') AND excluded_at IS NOT NULL;
CREATE INDEX cases_with_a_rating_set_aside_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND status IN ('CLOSED', 'ARCHIVED') AND excluded_at IS NULL AND rating_set_aside;
