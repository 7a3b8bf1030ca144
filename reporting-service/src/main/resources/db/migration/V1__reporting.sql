-- Read models of the log. Everything here can be dropped and read again from offset 0.

-- One row per case: what the log says about it so far.
CREATE TABLE case_record (
  case_id          uuid        NOT NULL,
  case_no          text        NOT NULL,
  status           text        NOT NULL,
  kind             text,
  urgency          text,
  channel          text,
  category_code    text,
  place_code       text,
  place_path       text,
  external_source  text,
  external_ref     text,
  received_at      timestamptz,
  registered_at    timestamptz,
  accepted_at      timestamptz,
  first_replied_at timestamptz,
  last_replied_at  timestamptz,
  closed_at        timestamptz,
  withdrawn_at     timestamptz,
  reply_due        timestamptz,
  unit_id          text,
  unit_path        text,
  rounds           int         NOT NULL DEFAULT 0,
  overdue          boolean     NOT NULL DEFAULT false,
  urge_count       int         NOT NULL DEFAULT 0,
  closed_by        text,
  responded        text,
  solved           text,
  satisfied        text,
  request_true     text,
  first_solved     text,
  first_satisfied  text,
  CONSTRAINT one_record_per_case PRIMARY KEY (case_id),
  CONSTRAINT closed_cases_have_an_outcome
    CHECK ((closed_at IS NULL) = (satisfied IS NULL)),
  CONSTRAINT a_closed_status_has_its_time
    CHECK (status <> 'CLOSED' OR closed_at IS NOT NULL)
);

-- A citizen or a clerk reads the number aloud: the timeline is found by it.
CREATE UNIQUE INDEX one_case_per_number ON case_record (case_no);
-- The lists behind the headline numbers page through the period of acceptance, newest first.
CREATE INDEX accepted_cases_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL;
-- The same for one unit and those below it.
CREATE INDEX accepted_cases_of_a_unit ON case_record (unit_path text_pattern_ops, accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL;

-- Every fact as it came, by month of recording: an old month can be moved away as one piece.
CREATE TABLE timeline_entry (
  case_id       uuid        NOT NULL,
  source        text        NOT NULL,
  sequence      bigint      NOT NULL,
  event_id      uuid        NOT NULL,
  type          text        NOT NULL,
  occurred_at   timestamptz NOT NULL,
  recorded_at   timestamptz NOT NULL,
  unit          text,
  actor         text        NOT NULL,
  superseded    boolean     NOT NULL,
  -- Place in the partition of the log: the order of causes, which clocks cannot give.
  log_offset    bigint      NOT NULL,
  data          jsonb       NOT NULL,
  CONSTRAINT a_fact_is_told_once PRIMARY KEY (case_id, source, sequence, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE TABLE timeline_entry_other PARTITION OF timeline_entry DEFAULT;

-- Counts per day of acceptance and unit, kept exact by adding what each event changes.
CREATE TABLE headline_day (
  day               date   NOT NULL,
  unit_path         text   NOT NULL,
  unit_id           text   NOT NULL,
  accepted          bigint NOT NULL,
  closed            bigint NOT NULL,
  withdrawn         bigint NOT NULL,
  overdue           bigint NOT NULL,
  responded_yes     bigint NOT NULL,
  responded_no      bigint NOT NULL,
  responded_unknown bigint NOT NULL,
  solved_yes        bigint NOT NULL,
  solved_partly     bigint NOT NULL,
  solved_no         bigint NOT NULL,
  solved_by_policy  bigint NOT NULL,
  solved_unknown    bigint NOT NULL,
  satisfied_yes     bigint NOT NULL,
  satisfied_no      bigint NOT NULL,
  satisfied_unknown bigint NOT NULL,
  CONSTRAINT one_row_per_day_and_unit PRIMARY KEY (day, unit_path)
);

-- How far each partition of the log was read: the asOf of every number.
CREATE TABLE log_progress (
  log_partition int         NOT NULL,
  next_offset   bigint      NOT NULL,
  as_of         timestamptz NOT NULL,
  CONSTRAINT one_progress_per_partition PRIMARY KEY (log_partition)
);

-- Units and categories as the directory tells them.
CREATE TABLE directory_name (
  kind    text NOT NULL,
  code    text NOT NULL,
  path    text NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  CONSTRAINT one_name_per_code PRIMARY KEY (kind, code)
);

-- What deploy/reconcile compares with the other services and with the log.
CREATE VIEW case_state AS SELECT case_id, case_no, status FROM case_record;
