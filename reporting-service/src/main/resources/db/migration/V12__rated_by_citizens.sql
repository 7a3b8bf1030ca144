-- How the rating that closed a case was given; null while it is open, where its citizen did not rate, and of what was closed
-- before this version: nobody rated without being called then, so existing counts are right.
ALTER TABLE case_record ADD COLUMN rated_via text;
ALTER TABLE headline_day ADD COLUMN self_rated bigint NOT NULL DEFAULT 0;

-- The list, newest first: its condition is that of the list, word for word.
CREATE INDEX self_rated_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND status IN ('CLOSED', 'ARCHIVED') AND rated_via = 'SELF_SERVICE';
