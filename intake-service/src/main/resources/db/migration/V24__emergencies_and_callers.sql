-- The locks all at once, in the order of the services: a key takes a weaker one, and to make it stronger later is a deadlock with who works.
SET LOCAL lock_timeout = '5s';
LOCK TABLE hotline_case, case_assignment IN ACCESS EXCLUSIVE MODE;

-- Further emergency services that were called in to a case which one of them has (联动转接): a fire with injured is the matter of two.
-- The hand-over of the case itself, with its clock and its facts, stays with the first.
CREATE TABLE called_in_service (
  case_id         uuid        NOT NULL,
  target          text        NOT NULL,
  called_at       timestamptz NOT NULL,
  called_by       text        NOT NULL,
  three_party     boolean     NOT NULL,
  -- Until when it should have said that it has it.
  due             timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by text,
  external_ref    text,
  CONSTRAINT service_is_called_in_once PRIMARY KEY (case_id, target),
  CONSTRAINT service_is_called_in_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id),
  CONSTRAINT service_says_when_and_to_whom_it_has_it CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
);
-- What nobody has yet is short beside all of them.
CREATE INDEX called_in_services_that_wait ON called_in_service (due, case_id, target) WHERE acknowledged_at IS NULL;

-- Who reported an emergency is told when there is time for it: once, by whom.
ALTER TABLE hotline_case
  ADD COLUMN reporter_told_at timestamptz,
  ADD COLUMN reporter_told_by text;
ALTER TABLE hotline_case
  ADD CONSTRAINT reporter_was_told_by_somebody CHECK ((reporter_told_at IS NULL) = (reporter_told_by IS NULL)) NOT VALID;

-- By when its unit was to answer as its citizen was told first; empty of tasks of before.
ALTER TABLE case_assignment ADD COLUMN first_due timestamptz;

-- Numbers behind which many people are (总机): what is known of such a number is not known of who calls. Under the hash of the vault, as marks
-- are; in a table of its own, since an instance of before reads every mark.
CREATE TABLE switchboard (
  phone_hash bytea       NOT NULL,
  -- Whose it is, such as a hospital.
  name       text        NOT NULL,
  marked_by  text        NOT NULL,
  marked_at  timestamptz NOT NULL,
  CONSTRAINT number_is_one_switchboard PRIMARY KEY (phone_hash)
);

-- The list of the shift lead: abuse by what became of it, the newest first.
CREATE INDEX abuse_in_force_by_end ON caller_mark (ends_at, id) WHERE kind = 'ABUSE' AND state = 'IN_FORCE';
CREATE INDEX abuse_that_ended ON caller_mark (decided_at DESC, id DESC) WHERE kind = 'ABUSE' AND state IN ('LIFTED', 'EXPIRED');
