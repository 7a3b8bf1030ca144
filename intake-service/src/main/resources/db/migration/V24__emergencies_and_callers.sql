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
  -- It did not take the case, why in masked words; it may be called in again.
  declined_at     timestamptz,
  declined_by     text,
  declined_why    text,
  CONSTRAINT service_is_called_in_at_a_time PRIMARY KEY (case_id, target, called_at),
  CONSTRAINT service_is_called_in_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id),
  CONSTRAINT service_says_when_and_to_whom_it_has_it CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
  CONSTRAINT service_that_declines_says_why CHECK (
    (declined_at IS NULL) = (declined_by IS NULL) AND (declined_at IS NULL) = (declined_why IS NULL)),
  CONSTRAINT service_has_it_or_declines_it CHECK (acknowledged_at IS NULL OR declined_at IS NULL)
);
-- Again only once it has declined.
CREATE UNIQUE INDEX service_is_called_in_once ON called_in_service (case_id, target) WHERE declined_at IS NULL;
-- What nobody has yet is short beside all of them.
CREATE INDEX called_in_services_that_wait ON called_in_service (due, case_id, target)
  WHERE acknowledged_at IS NULL AND declined_at IS NULL;

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
-- Who said it of a number and who took it back: a mark of abuse is not shown of a switchboard.
CREATE TABLE switchboard_history (
  id          bigint GENERATED ALWAYS AS IDENTITY,
  phone_hash  bytea       NOT NULL,
  act         text        NOT NULL,
  name        text,
  actor       text        NOT NULL,
  occurred_at timestamptz NOT NULL,
  CONSTRAINT switchboard_history_is_kept_in_this_order PRIMARY KEY (id),
  CONSTRAINT switchboard_is_marked_by_its_name CHECK (
    CASE act WHEN 'MARKED' THEN name IS NOT NULL WHEN 'UNMARKED' THEN name IS NULL ELSE false END)
);
CREATE INDEX history_of_a_switchboard ON switchboard_history (phone_hash, id);
CREATE FUNCTION refuse_another_history_of_switchboards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of switchboards is only added to';
END $$;
CREATE TRIGGER history_of_switchboards_is_only_added_to
  BEFORE UPDATE OR DELETE ON switchboard_history
  FOR EACH ROW EXECUTE FUNCTION refuse_another_history_of_switchboards();

-- The list of the shift lead: abuse by what became of it, the newest first.
CREATE INDEX abuse_in_force_by_end ON caller_mark (ends_at, id) WHERE kind = 'ABUSE' AND state = 'IN_FORCE';
CREATE INDEX abuse_that_ended ON caller_mark (decided_at DESC, id DESC) WHERE kind = 'ABUSE' AND state IN ('LIFTED', 'EXPIRED');
