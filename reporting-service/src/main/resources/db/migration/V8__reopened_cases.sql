-- How often a case was closed and opened again (重开). None was before this version: existing rows and counts are right.
ALTER TABLE case_record ADD COLUMN reopen_count int NOT NULL DEFAULT 0;
ALTER TABLE headline_day ADD COLUMN reopened bigint NOT NULL DEFAULT 0;

-- The list behind the number, newest first: its condition is that of the list, word for word.
CREATE INDEX reopened_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND reopen_count > 0;
