-- Whether the unit that has a case now was late with it. The case's own mark stays with the case, whoever has it next;
-- a unit that gets a case from another starts with a full limit and without it.
ALTER TABLE case_record ADD COLUMN unit_overdue boolean NOT NULL DEFAULT false;
ALTER TABLE headline_day ADD COLUMN unit_overdue bigint NOT NULL DEFAULT 0;

-- Existing rows get from their timeline what a replay from offset 0 would give them, here and below: late is the
-- present unit when a fact says so that came after it was given the case.
WITH lead_fact AS (
  SELECT case_id, log_offset, type, data,
         CASE WHEN type = 'hotline.assignment.created.v1' THEN data ->> 'unitId' END AS holder
  FROM timeline_entry
  WHERE NOT superseded AND data ->> 'role' = 'LEAD'
    AND case_id IN (SELECT case_id FROM case_record WHERE overdue)
), held AS (
  SELECT case_id, log_offset, holder,
         lag(holder) OVER (PARTITION BY case_id ORDER BY log_offset) AS before
  FROM lead_fact
  WHERE type IN ('hotline.assignment.created.v1', 'hotline.assignment.returned.v1', 'hotline.assignment.recalled.v1')
), given AS (
  SELECT case_id, max(log_offset) AS since
  FROM held WHERE holder IS NOT NULL AND holder IS DISTINCT FROM before
  GROUP BY case_id
)
UPDATE case_record recorded SET unit_overdue = true
FROM given
WHERE recorded.case_id = given.case_id
  AND EXISTS (
    SELECT FROM lead_fact late
    WHERE late.case_id = given.case_id AND late.log_offset > given.since
      AND (late.type IN ('hotline.assignment.reply-submitted.v1', 'hotline.assignment.completed.v1')
             AND (late.data ->> 'late')::boolean
           OR late.type = 'hotline.deadline.missed.v1' AND late.data ->> 'deadline' = 'REPLY'));

UPDATE headline_day SET unit_overdue = late.cases
FROM (SELECT (accepted_at AT TIME ZONE 'Asia/Shanghai')::date AS day, coalesce(unit_path, '') AS unit_path, count(*) AS cases
      FROM case_record WHERE unit_overdue AND accepted_at IS NOT NULL GROUP BY 1, 2) late
WHERE headline_day.day = late.day AND headline_day.unit_path = late.unit_path;

-- A reply that was sent back, or of a unit that has the case no more, is not the reply that the citizen waits for.
UPDATE case_record recorded SET last_replied_at = NULL
FROM (SELECT DISTINCT ON (case_id) case_id, type FROM timeline_entry
      WHERE NOT superseded AND data ->> 'role' = 'LEAD'
        AND type IN ('hotline.assignment.reply-submitted.v1', 'hotline.assignment.reply-rejected.v1',
                     'hotline.assignment.returned.v1', 'hotline.assignment.recalled.v1')
      ORDER BY case_id, log_offset DESC) newest
WHERE recorded.case_id = newest.case_id AND recorded.last_replied_at IS NOT NULL
  AND newest.type <> 'hotline.assignment.reply-submitted.v1';

-- Null while nothing of a partition that holds facts was read: the numbers are not of any time yet.
ALTER TABLE log_progress ALTER COLUMN as_of DROP NOT NULL;

-- The short lists among all cases, newest first: their conditions are those of the lists, word for word.
CREATE INDEX open_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND status NOT IN ('CLOSED', 'ARCHIVED', 'WITHDRAWN');
CREATE INDEX overdue_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND overdue;
CREATE INDEX held_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND status = 'ON_HOLD';
CREATE INDEX extended_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND extension_count > 0;
CREATE INDEX returned_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND return_count > 0;
