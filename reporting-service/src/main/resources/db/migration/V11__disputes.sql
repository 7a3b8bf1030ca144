-- Disputes about whose duty a case is (会商) and their rulings (裁定). None was before this version: existing rows and counts are right.
ALTER TABLE case_record
  ADD COLUMN dispute_count  int NOT NULL DEFAULT 0,
  ADD COLUMN ruling_count   int NOT NULL DEFAULT 0,
  -- Work time from the opening to the ruling, of all its rulings together.
  ADD COLUMN ruling_minutes bigint NOT NULL DEFAULT 0,
  -- Since when its units confer; null while none is open.
  ADD COLUMN disputed_at    timestamptz;
ALTER TABLE headline_day
  ADD COLUMN disputed bigint NOT NULL DEFAULT 0,
  ADD COLUMN ruled    bigint NOT NULL DEFAULT 0;

-- The lists, newest first: their conditions are those of the lists, word for word.
CREATE INDEX disputed_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND dispute_count > 0;
CREATE INDEX ruled_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND ruling_count > 0;
CREATE INDEX cases_in_dispute_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND disputed_at IS NOT NULL;
