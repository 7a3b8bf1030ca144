-- What screening ended was never accepted: its lists page through the period of registration, newest first.
CREATE INDEX refused_cases_by_time ON case_record (registered_at DESC, case_id DESC)
  WHERE registered_at IS NOT NULL AND status = 'REFUSED';

-- A transfer is open until the body outside has acknowledged it.
ALTER TABLE case_record ADD COLUMN transfer_acknowledged_at timestamptz;
CREATE INDEX transferred_cases_by_time ON case_record (registered_at DESC, case_id DESC)
  WHERE registered_at IS NOT NULL AND status = 'TRANSFERRED_OUT';
