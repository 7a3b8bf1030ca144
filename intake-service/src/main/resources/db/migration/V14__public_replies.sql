-- What units answered the citizen (公开答复), as the restricted topic of dispatch tells it and masked here: by round, the first that was heard stays.
CREATE TABLE public_reply (
  case_id    uuid        NOT NULL,
  round      integer     NOT NULL,
  unit_id    text,
  -- Whether it was given to the main case of a merged one (随主单答复).
  with_main  boolean     NOT NULL,
  replied_at timestamptz,
  passed_at  timestamptz NOT NULL,
  -- Null where nobody may read it: somebody who may be named in it is no longer in the vault, so the name cannot be taken out.
  text       text,
  CONSTRAINT reply_of_a_round_is_kept_once PRIMARY KEY (case_id, round),
  CONSTRAINT reply_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
);

-- A tombstone erased what was answered: a record that comes again must not bring it back.
CREATE TABLE public_reply_erasure (
  case_id   uuid        NOT NULL,
  erased_at timestamptz NOT NULL,
  CONSTRAINT replies_are_erased_once PRIMARY KEY (case_id),
  CONSTRAINT erasure_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
);

-- What reconciliation compares with the log: the rounds of which the answer was heard; a case whose answers were erased has the round null.
CREATE VIEW reply_state AS
  SELECT case_id, round FROM public_reply UNION ALL SELECT case_id, NULL FROM public_reply_erasure;
