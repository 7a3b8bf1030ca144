-- Requests that were registered after their true time (补登): typed in from paper, or handed over by the system before this one. None was
-- before this version: existing rows and counts are right.
ALTER TABLE case_record ADD COLUMN entered_as text;
ALTER TABLE headline_day
  ADD COLUMN from_paper bigint NOT NULL DEFAULT 0,
  ADD COLUMN from_old_system bigint NOT NULL DEFAULT 0;

-- The lists, newest first: their conditions are those of the lists, word for word.
CREATE INDEX cases_from_paper_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND entered_as = 'PAPER';
CREATE INDEX cases_from_old_system_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND entered_as = 'OLD_SYSTEM';
-- A case is found by the number that it had there.
CREATE INDEX old_cases_by_their_number ON case_record (external_ref) WHERE entered_as = 'OLD_SYSTEM';
