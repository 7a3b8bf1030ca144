-- A refusal that waits for the second person, or was confirmed (不予受理).
ALTER TABLE hotline_case
  ADD COLUMN refusal_reason text,
  ADD COLUMN refusal_by     text,
  ADD COLUMN refusal_since  timestamptz,
  ADD COLUMN refused_at     timestamptz,
  -- The number of the last step: what was proposed and what came of it is in refusal_step.
  ADD COLUMN refusal_steps  integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT proposed_refusal_says_why_by_whom_and_since_when
    CHECK (num_nulls(refusal_reason, refusal_by, refusal_since) IN (0, 3)),
  ADD CONSTRAINT refused_case_was_proposed_and_says_when
    CHECK ((status = 'REFUSED') = (refused_at IS NOT NULL) AND (refused_at IS NULL OR refusal_reason IS NOT NULL)),
  ADD CONSTRAINT refusal_waits_only_where_the_case_waits_for_screening
    CHECK (refusal_reason IS NULL OR status IN ('REGISTERED', 'SCREENING', 'REFUSED')),
  -- Handed to a body outside (转出), which acknowledges it or not.
  ADD COLUMN transfer_target text,
  ADD COLUMN transfer_by     text,
  ADD COLUMN transferred_at  timestamptz,
  ADD COLUMN transfer_handed timestamptz,
  ADD COLUMN transfer_due    timestamptz,
  ADD COLUMN transfer_three_party boolean,
  ADD COLUMN transfer_ref    text,
  ADD COLUMN transfer_acknowledged timestamptz,
  -- The last time that a body outside did not take it, and why; masked like the texts of the case.
  ADD COLUMN transfer_declined_at  timestamptz,
  ADD COLUMN transfer_declined_why text,
  ADD COLUMN transfers_declined    integer NOT NULL DEFAULT 0,
  -- When the screening began that runs now; null where it began with the registration.
  ADD COLUMN screening_since timestamptz,
  ADD CONSTRAINT transfer_says_to_whom_by_whom_and_when
    CHECK (num_nulls(transfer_target, transfer_by, transferred_at, transfer_handed, transfer_due) IN (0, 5)
           AND (status <> 'TRANSFERRED_OUT' OR transfer_target IS NOT NULL)),
  ADD CONSTRAINT only_what_was_transferred_is_acknowledged
    CHECK (transfer_acknowledged IS NULL OR status = 'TRANSFERRED_OUT'),
  DROP CONSTRAINT case_beyond_screening_was_accepted_or_answered,
  ADD CONSTRAINT case_beyond_screening_was_accepted_or_answered
    CHECK (status = 'WITHDRAWN' OR (status IN ('REGISTERED', 'SCREENING', 'REFUSED', 'TRANSFERRED_OUT')) = (accepted_at IS NULL AND answered_at IS NULL));

-- Those that wait for the second person are few among those that wait for screening.
CREATE INDEX refusals_to_confirm_most_urgent_first
  ON hotline_case ((CASE urgency WHEN 'CRITICAL' THEN 0 WHEN 'URGENT' THEN 1 ELSE 2 END), id)
  WHERE status IN ('REGISTERED', 'SCREENING') AND refusal_reason IS NOT NULL;

-- Transfers that wait for their acknowledgement are a short list, the one that is due first at the top.
CREATE INDEX transfers_that_wait_first_due_first ON hotline_case (transfer_due, id)
  WHERE status = 'TRANSFERRED_OUT' AND transfer_acknowledged IS NULL;

CREATE TABLE refusal_step (
  case_id uuid        NOT NULL,
  step_no integer     NOT NULL,
  kind    text        NOT NULL,
  at      timestamptz NOT NULL,
  by_ref  text        NOT NULL,
  reason  text,
  -- The lawful channel, or why it was sent back; masked like the texts of the case, as written in the vault.
  text    text,
  CONSTRAINT refusal_step_has_its_number PRIMARY KEY (case_id, step_no),
  CONSTRAINT refusal_step_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id),
  CONSTRAINT refusal_step_is_known CHECK (kind IN ('PROPOSED', 'CONFIRMED', 'SENT_BACK', 'DROPPED')),
  CONSTRAINT refusal_is_proposed_for_a_reason CHECK ((kind = 'PROPOSED') = (reason IS NOT NULL)),
  CONSTRAINT refusal_is_sent_back_with_words CHECK (kind <> 'SENT_BACK' OR text IS NOT NULL)
);
