-- Reference data, as the directory topic tells it; the dispatch service owns it.
CREATE TABLE category (
  code        text    NOT NULL,
  parent_code text,
  path        text    NOT NULL,
  name_zh     text    NOT NULL,
  name_en     text,
  level       integer NOT NULL,
  active      boolean NOT NULL,
  CONSTRAINT category_is_known_once PRIMARY KEY (code)
);

CREATE TABLE place (
  code        text    NOT NULL,
  parent_code text,
  path        text    NOT NULL,
  name        text    NOT NULL,
  level       text,
  active      boolean NOT NULL,
  CONSTRAINT place_is_known_once PRIMARY KEY (code)
);

CREATE TABLE unit (
  code        text    NOT NULL,
  parent_code text,
  path        text    NOT NULL,
  name_zh     text    NOT NULL,
  name_en     text,
  level       integer NOT NULL,
  place_code  text,
  active      boolean NOT NULL,
  CONSTRAINT unit_is_known_once PRIMARY KEY (code)
);

-- Counts up with every change of the three tables, so that each instance knows when to read them again.
CREATE TABLE reference_change (
  only_row boolean NOT NULL DEFAULT true,
  counter  bigint  NOT NULL,
  CONSTRAINT reference_change_is_one_row PRIMARY KEY (only_row),
  CONSTRAINT reference_change_has_no_second_row CHECK (only_row)
);
INSERT INTO reference_change (counter) VALUES (0);

-- Numbers of a day are handed out in blocks: one statement for many cases, never the same number twice.
CREATE TABLE case_number_block (
  day       date    NOT NULL,
  last_used integer NOT NULL,
  CONSTRAINT case_number_block_is_one_per_day PRIMARY KEY (day),
  CONSTRAINT case_number_has_six_digits CHECK (last_used BETWEEN 1 AND 999999)
);

CREATE TABLE hotline_case (
  id                 uuid        NOT NULL,
  case_no            text        NOT NULL,
  -- Keyed digest: who reads this table cannot track a case as its citizen.
  query_code_digest  bytea       NOT NULL,
  kind               text        NOT NULL,
  urgency            text        NOT NULL,
  channel            text        NOT NULL,
  status             text        NOT NULL,
  category_code      text        NOT NULL,
  category_path      text        NOT NULL,
  place_code         text        NOT NULL,
  place_path         text        NOT NULL,
  -- Numbers of persons inside the texts are masked; the texts as told are in the vault.
  title              text        NOT NULL,
  content            text        NOT NULL,
  demand             text,
  address            text,
  anonymous          boolean     NOT NULL,
  confidential       boolean     NOT NULL,
  wants_callback     boolean     NOT NULL,
  -- Keyed pseudonym of the reporter's number: the same number, the same pseudonym.
  caller_ref         text,
  respondent_unit_id text,
  external_source    text,
  external_ref       text,
  registered_by      text        NOT NULL,
  received_at        timestamptz NOT NULL,
  registered_at      timestamptz NOT NULL,
  accepted_at        timestamptz,
  withdrawn_at       timestamptz,
  withdrawal_reason  text,
  closed_at          timestamptz,
  closed_by          text,
  responded          text,
  solved             text,
  satisfied          text,
  supplement_count   integer     NOT NULL,
  urge_count         integer     NOT NULL,
  last_urged_at      timestamptz,
  file_version       bigint      NOT NULL,
  -- The last sequence of this service's facts about the case: gap-free, counted while the row is locked.
  event_sequence     bigint      NOT NULL,
  version            bigint      NOT NULL,
  CONSTRAINT hotline_case_is_one_per_id PRIMARY KEY (id),
  CONSTRAINT case_number_is_never_reused UNIQUE (case_no),
  CONSTRAINT case_number_is_thirteen_digits CHECK (case_no ~ '^[0-9]{13}$'),
  CONSTRAINT case_is_received_before_it_is_registered CHECK (received_at <= registered_at),
  CONSTRAINT external_reference_has_its_source CHECK ((external_source IS NULL) = (external_ref IS NULL)),
  CONSTRAINT case_beyond_screening_was_accepted
    CHECK (status = 'WITHDRAWN' OR (status IN ('REGISTERED', 'SCREENING')) = (accepted_at IS NULL)),
  CONSTRAINT withdrawn_case_says_when_and_why
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL) AND (status <> 'WITHDRAWN' OR withdrawn_at IS NOT NULL)),
  CONSTRAINT closed_case_has_its_outcome
    CHECK ((status IN ('CLOSED', 'ARCHIVED')) =
           (closed_at IS NOT NULL AND closed_by IS NOT NULL AND responded IS NOT NULL AND solved IS NOT NULL AND satisfied IS NOT NULL)),
  CONSTRAINT case_has_said_that_it_is_registered CHECK (event_sequence >= 1)
) WITH (fillfactor = 80);

-- What comes from elsewhere is registered once, however often it is sent.
CREATE UNIQUE INDEX external_reference_is_registered_once ON hotline_case (external_source, external_ref)
  WHERE external_source IS NOT NULL;
-- The screening queue is short beside all cases: its index holds the waiting ones only, most urgent and oldest first.
CREATE INDEX screening_queue_most_urgent_first
  ON hotline_case ((CASE urgency WHEN 'CRITICAL' THEN 0 WHEN 'URGENT' THEN 1 ELSE 2 END), id)
  WHERE status IN ('REGISTERED', 'SCREENING');
-- Lists go from the newest back; identifiers carry their time.
CREATE INDEX case_list_by_status ON hotline_case (status, id DESC);

-- What the citizen added later (补充), masked like the texts of the case.
CREATE TABLE case_supplement (
  case_id       uuid        NOT NULL,
  supplement_no integer     NOT NULL,
  added_at      timestamptz NOT NULL,
  channel       text        NOT NULL,
  text          text        NOT NULL,
  CONSTRAINT case_supplement_has_its_number PRIMARY KEY (case_id, supplement_no),
  CONSTRAINT case_supplement_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
);

-- Which unit holds the case, as the log tells it: for the rights of units and for the promised date.
CREATE TABLE case_assignment (
  assignment_id uuid        NOT NULL,
  case_id       uuid        NOT NULL,
  round         integer     NOT NULL,
  role          text        NOT NULL,
  unit_id       text        NOT NULL,
  unit_path     text        NOT NULL,
  status        text        NOT NULL,
  reply_due     timestamptz NOT NULL,
  CONSTRAINT case_assignment_is_known_once PRIMARY KEY (assignment_id),
  CONSTRAINT case_assignment_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
) WITH (fillfactor = 80);
CREATE INDEX assignments_of_a_case ON case_assignment (case_id);

-- What other services did, as far as the citizen is told (track page).
CREATE TABLE case_step (
  event_id uuid        NOT NULL,
  case_id  uuid        NOT NULL,
  type     text        NOT NULL,
  at       timestamptz NOT NULL,
  unit_id  text,
  CONSTRAINT case_step_is_told_once PRIMARY KEY (event_id),
  CONSTRAINT case_step_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
);
CREATE INDEX steps_of_a_case ON case_step (case_id, at);

-- Wrong query codes per case, in real time: six digits must not be guessed.
CREATE TABLE track_failure (
  case_id  uuid        NOT NULL,
  failures integer     NOT NULL,
  since    timestamptz NOT NULL,
  CONSTRAINT track_failure_is_one_per_case PRIMARY KEY (case_id)
);

-- The contact vault: who reported. The only place of the whole system that knows, readable with the master key only.
CREATE TABLE vault_contact (
  case_id        uuid     NOT NULL,
  key_version    smallint NOT NULL,
  -- The key of this case, encrypted under the master key; without it everything about the person is gone.
  wrapped_key    bytea    NOT NULL,
  sealed         bytea    NOT NULL,
  phone_hash     bytea,
  alt_phone_hash bytea,
  CONSTRAINT vault_contact_is_one_per_case PRIMARY KEY (case_id),
  CONSTRAINT vault_contact_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
);
CREATE INDEX vault_contact_by_phone ON vault_contact (phone_hash) WHERE phone_hash IS NOT NULL;
CREATE INDEX vault_contact_by_other_phone ON vault_contact (alt_phone_hash) WHERE alt_phone_hash IS NOT NULL;

-- Texts as they were told, where masking changed them; sealed with the key of the case.
CREATE TABLE vault_text (
  case_id uuid  NOT NULL,
  part    text  NOT NULL,
  sealed  bytea NOT NULL,
  CONSTRAINT vault_text_is_one_per_part PRIMARY KEY (case_id, part),
  CONSTRAINT vault_text_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
);

-- Who asked for a contact, why, and whether it was given. Written before the answer; never changed.
CREATE TABLE access_log (
  id          bigint GENERATED ALWAYS AS IDENTITY,
  case_id     uuid        NOT NULL,
  actor       text        NOT NULL,
  unit        text,
  reason      text        NOT NULL,
  basis       text,
  refusal     text,
  occurred_at timestamptz NOT NULL,
  -- Real time, also when the other times come from a simulated clock: the hourly limit counts in it.
  logged_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT access_log_is_kept_in_this_order PRIMARY KEY (id),
  CONSTRAINT access_log_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id),
  CONSTRAINT contact_is_given_on_a_basis_or_refused CHECK ((basis IS NULL) <> (refusal IS NULL)),
  CONSTRAINT access_has_a_reason CHECK (reason <> '')
);
CREATE INDEX access_log_of_a_case ON access_log (case_id, id);
CREATE INDEX access_log_of_an_actor ON access_log (actor, logged_at);

-- For the comparison of the four databases with the log.
CREATE VIEW case_state AS SELECT id AS case_id, case_no, status FROM hotline_case;
