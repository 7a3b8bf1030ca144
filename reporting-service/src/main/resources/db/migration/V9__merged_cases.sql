-- A case that is handled with another one (并单), and whether that one's reply answered it: then its unit handled one case, and two
-- citizens rate it. None was before this version: existing rows and counts are right.
ALTER TABLE case_record
  ADD COLUMN main_case_id uuid,
  ADD COLUMN answered_with_main boolean NOT NULL DEFAULT false;

-- The list of merged cases, newest first: its condition is that of the list, word for word.
CREATE INDEX merged_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND main_case_id IS NOT NULL;
