-- What the centre answered at once (直接答复), unless it was no help; and how many were registered, by the day of registration.
ALTER TABLE case_record ADD COLUMN answered_direct_at timestamptz;
ALTER TABLE headline_day
  ADD COLUMN registered      bigint NOT NULL DEFAULT 0,
  ADD COLUMN answered_direct bigint NOT NULL DEFAULT 0;

INSERT INTO headline_day (day, unit_path, unit_id, accepted, closed, withdrawn, overdue, responded_yes, responded_no,
    responded_unknown, solved_yes, solved_partly, solved_no, solved_by_policy, solved_unknown, satisfied_yes, satisfied_no,
    satisfied_unknown, registered)
  SELECT (registered_at AT TIME ZONE 'Asia/Shanghai')::date, '', '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*)
  FROM case_record WHERE registered_at IS NOT NULL GROUP BY 1
  ON CONFLICT (day, unit_path) DO UPDATE SET registered = excluded.registered;

CREATE INDEX registered_cases_by_time ON case_record (registered_at DESC, case_id DESC)
  WHERE registered_at IS NOT NULL;
CREATE INDEX direct_answers_by_time ON case_record (registered_at DESC, case_id DESC)
  WHERE registered_at IS NOT NULL AND answered_direct_at IS NOT NULL;
