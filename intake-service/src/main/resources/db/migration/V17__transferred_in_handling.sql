-- The centre hands a case over in the middle of its handling, too (转出): it stays accepted until the body outside has not taken it, since a closing that
-- crossed the transfer stands, also where the body outside had sent it back by then. What comes back is screened anew, also where the centre had answered it at once before. Why is the centre's own word.
ALTER TABLE hotline_case
  ADD COLUMN transfer_why text,
  DROP CONSTRAINT case_beyond_screening_was_accepted_or_answered,
  ADD CONSTRAINT case_beyond_screening_was_accepted_or_answered
    CHECK (CASE WHEN status IN ('WITHDRAWN', 'TRANSFERRED_OUT') THEN true
                WHEN status IN ('REGISTERED', 'SCREENING', 'REFUSED') THEN accepted_at IS NULL AND (answered_at IS NULL OR transfers_declined > 0)
                ELSE accepted_at IS NOT NULL OR answered_at IS NOT NULL OR transfers_declined > 0 END) NOT VALID,
  DROP CONSTRAINT case_is_accepted_or_answered_but_not_both,
  ADD CONSTRAINT case_is_accepted_or_answered_but_not_both
    CHECK (accepted_at IS NULL OR answered_at IS NULL OR transfers_declined > 0) NOT VALID,
  DROP CONSTRAINT only_what_was_transferred_is_acknowledged,
  ADD CONSTRAINT only_what_was_transferred_is_acknowledged
    CHECK (transfer_acknowledged IS NULL OR status IN ('TRANSFERRED_OUT', 'CLOSED', 'ARCHIVED')) NOT VALID;
