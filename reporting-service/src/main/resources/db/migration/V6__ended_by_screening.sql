-- What screening ended was never accepted: its lists page through the period of registration, newest first.
CREATE INDEX refused_cases_by_time ON case_record (registered_at DESC, case_id DESC)
  WHERE registered_at IS NOT NULL AND status = 'REFUSED';
