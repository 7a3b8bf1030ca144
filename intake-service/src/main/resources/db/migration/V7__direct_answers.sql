-- What the centre answered at once (直接答复): masked like the texts of the case; as it was told it is in the vault.
ALTER TABLE hotline_case
  ADD COLUMN answered_at       timestamptz,
  ADD COLUMN answered_by       text,
  ADD COLUMN direct_answer     text,
  ADD COLUMN knowledge_item    text,
  ADD COLUMN knowledge_version text,
  ADD CONSTRAINT direct_answer_is_whole_or_absent
    CHECK (num_nulls(answered_at, answered_by, direct_answer) IN (0, 3)),
  ADD CONSTRAINT answered_case_has_its_answer CHECK (status <> 'ANSWERED_DIRECT' OR answered_at IS NOT NULL),
  ADD CONSTRAINT knowledge_has_its_version
    CHECK ((knowledge_item IS NULL) = (knowledge_version IS NULL) AND (knowledge_item IS NULL OR answered_at IS NOT NULL)),
  -- A case leaves screening accepted or answered; one that was answered in vain goes on without an acceptance.
  DROP CONSTRAINT case_beyond_screening_was_accepted,
  ADD CONSTRAINT case_beyond_screening_was_accepted_or_answered
    CHECK (status = 'WITHDRAWN' OR (status IN ('REGISTERED', 'SCREENING')) = (accepted_at IS NULL AND answered_at IS NULL)),
  ADD CONSTRAINT case_is_accepted_or_answered_but_not_both CHECK (accepted_at IS NULL OR answered_at IS NULL);
