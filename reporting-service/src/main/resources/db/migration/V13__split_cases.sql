-- A call with several demands is split into cases (一诉多求): those that were split off name the case as which the call was registered.
-- Each counts as a case; those without that name are as many as the calls. None was before this version: existing rows and counts are right.
ALTER TABLE case_record ADD COLUMN split_from uuid;
ALTER TABLE headline_day ADD COLUMN split_off bigint NOT NULL DEFAULT 0;

-- The list, newest first: its condition is that of the list, word for word.
CREATE INDEX split_off_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND split_from IS NOT NULL;
