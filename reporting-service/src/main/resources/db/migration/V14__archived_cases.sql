-- Archived cases (归档) remain closed in every number. Their list, newest first: its condition is that of the list, word for word.
CREATE INDEX archived_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND status = 'ARCHIVED';
