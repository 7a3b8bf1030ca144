-- What an operator is told of a number that calls again: care that its caller needs (重点关爱), and that it has insulted before (骚扰、辱骂来电).
-- No number stands here, only the keyed hash under which the vault finds its cases; the reason is sealed with a key of its own.
CREATE TABLE caller_mark (
  id            uuid        NOT NULL,
  phone_hash    bytea       NOT NULL,
  kind          text        NOT NULL,
  -- Which care; null of abuse.
  need          text,
  -- The key of this mark, encrypted under the master key; without it the reasons, those in the history among them, are gone.
  wrapped_key   bytea       NOT NULL,
  sealed_reason bytea       NOT NULL,
  state         text        NOT NULL,
  set_by        text        NOT NULL,
  set_at        timestamptz NOT NULL,
  decided_by    text,
  decided_at    timestamptz,
  -- From then on it is shown to nobody; a proposal that nobody confirmed lapses.
  ends_at       timestamptz NOT NULL,
  version       bigint      NOT NULL,
  CONSTRAINT caller_mark_has_an_identity PRIMARY KEY (id),
  CONSTRAINT care_says_which CHECK ((kind = 'CARE') = (need IS NOT NULL)),
  CONSTRAINT mark_does_not_end_before_it_was_set CHECK (ends_at >= set_at),
  CONSTRAINT decision_says_who_and_when CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT abuse_is_confirmed_by_another
    CHECK (kind <> 'ABUSE' OR state <> 'IN_FORCE' OR (decided_by IS NOT NULL AND decided_by <> set_by))
);
-- Two operators who set the same at once: the second is told of the first. The index finds the marks of who calls.
CREATE UNIQUE INDEX number_has_a_mark_once ON caller_mark (phone_hash, kind, coalesce(need, ''))
  WHERE state IN ('PROPOSED', 'IN_FORCE');
CREATE INDEX caller_marks_of_a_number ON caller_mark (phone_hash);
-- What waits for a second person is short beside all marks.
CREATE INDEX caller_marks_to_be_confirmed ON caller_mark (id) WHERE state = 'PROPOSED';
CREATE INDEX caller_marks_by_end ON caller_mark (ends_at);

-- Who set, decided, lifted and saw a mark; outlives it, without the number and, once its key is gone, without its reasons.
CREATE TABLE caller_mark_history (
  id            bigint GENERATED ALWAYS AS IDENTITY,
  mark_id       uuid        NOT NULL,
  act           text        NOT NULL,
  actor         text        NOT NULL,
  occurred_at   timestamptz NOT NULL,
  sealed_reason bytea,
  CONSTRAINT caller_mark_history_is_kept_in_this_order PRIMARY KEY (id)
);
CREATE INDEX history_of_a_caller_mark ON caller_mark_history (mark_id, id);
CREATE FUNCTION refuse_another_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of marks is only added to';
END $$;
CREATE TRIGGER history_of_marks_is_only_added_to
  BEFORE UPDATE OR DELETE ON caller_mark_history
  FOR EACH ROW EXECUTE FUNCTION refuse_another_history();

-- Whoever erases a person from the vault: with the last case of the number its marks go.
CREATE FUNCTION forget_marks_of_a_caller() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  number bytea;
BEGIN
  FOR number IN
    SELECT DISTINCT told FROM unnest(ARRAY[OLD.phone_hash, OLD.alt_phone_hash]) told WHERE told IS NOT NULL ORDER BY told
  LOOP
    -- Of two that erase the last two cases at once the second sees that the first is gone.
    PERFORM pg_advisory_xact_lock(hashtextextended(encode(number, 'hex'), 0));
    IF NOT EXISTS (SELECT 1 FROM vault_contact WHERE phone_hash = number)
       AND NOT EXISTS (SELECT 1 FROM vault_contact WHERE alt_phone_hash = number) THEN
      DELETE FROM caller_mark WHERE phone_hash = number;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER marks_go_with_the_caller
  AFTER DELETE ON vault_contact
  FOR EACH ROW EXECUTE FUNCTION forget_marks_of_a_caller();

-- Another citizen's case that this one may be the same matter as (疑似重复), as whoever registered it saw: a hint to who merges.
ALTER TABLE hotline_case
  ADD COLUMN same_as uuid,
  ADD CONSTRAINT case_that_may_be_the_same_is_known FOREIGN KEY (same_as) REFERENCES hotline_case (id),
  ADD CONSTRAINT case_is_not_the_same_as_itself CHECK (same_as <> id);
-- What was registered of a category lately: identifiers carry their time.
CREATE INDEX cases_of_a_category_by_time ON hotline_case (category_code, id);
