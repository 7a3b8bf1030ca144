-- Until when a closed case may be reopened (重开), and whether by its citizen or by a supervisor only, as its closing said;
-- null while it is open. The request for it is there until evaluation has reopened the case.
ALTER TABLE hotline_case
  ADD COLUMN reopen_until        timestamptz,
  ADD COLUMN citizen_may_reopen  boolean,
  ADD COLUMN reopen_requested_at timestamptz,
  ADD CONSTRAINT only_a_closed_case_is_asked_to_be_reopened
    CHECK (reopen_requested_at IS NULL OR status IN ('CLOSED', 'ARCHIVED'));

-- What was closed before its closing said so: the fifteen days of the policy, and the citizen while a round is left.
UPDATE hotline_case c SET reopen_until = closed_at + interval '15 days',
  citizen_may_reopen = NOT (urgency = 'NORMAL' AND kind IN ('SUGGESTION', 'PRAISE'))
    AND (SELECT coalesce(max(a.round), 1) FROM case_assignment a WHERE a.case_id = c.id) <= 2
WHERE status = 'CLOSED';

-- What was told with such a request stands among the supplements of the file; it is not one that the citizen made.
ALTER TABLE case_supplement ADD COLUMN for_reopening boolean NOT NULL DEFAULT false;
