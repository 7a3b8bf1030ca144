-- What spot checks (抽查) found about the closing of a case: by draws in proportion, which the rate of false closures counts, and by
-- others, which stand beside it. Of several checks of a case the worst finding stays. The unit of each is that whose round was checked,
-- whoever has the case now. None was before this version: existing rows and counts are right.
ALTER TABLE case_record
  ADD COLUMN spot_result             text,
  ADD COLUMN spot_weighted_result    text,
  ADD COLUMN spot_unit_id            text,
  ADD COLUMN spot_unit_path          text,
  ADD COLUMN spot_weighted_unit_id   text,
  ADD COLUMN spot_weighted_unit_path text;
ALTER TABLE headline_day
  ADD COLUMN spot_checked     bigint NOT NULL DEFAULT 0,
  ADD COLUMN spot_not_done    bigint NOT NULL DEFAULT 0,
  ADD COLUMN spot_partly      bigint NOT NULL DEFAULT 0,
  ADD COLUMN spot_cannot_tell bigint NOT NULL DEFAULT 0,
  ADD COLUMN spot_not_made    bigint NOT NULL DEFAULT 0,
  ADD COLUMN spot_weighted    bigint NOT NULL DEFAULT 0;

-- The lists, newest first: their conditions begin with these, word for word.
CREATE INDEX spot_checked_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND spot_result IS NOT NULL;
CREATE INDEX spot_weighted_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND spot_weighted_result IS NOT NULL;
