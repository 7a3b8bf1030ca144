-- Outbox: what a transaction said, until the broker has acknowledged it. Rows live for milliseconds.
CREATE TABLE outbox (
  id         bigint GENERATED ALWAYS AS IDENTITY,
  topic      text        NOT NULL,
  key        text        NOT NULL,
  value      bytea,
  headers    text[]      NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Events of one key are written while its row is locked, so a later one has the higher id.
  CONSTRAINT outbox_is_sent_in_this_order PRIMARY KEY (id),
  -- Names and values take turns.
  CONSTRAINT outbox_headers_are_pairs CHECK (cardinality(headers) % 2 = 0),
  -- A record the broker refuses for its size would hold up everything behind it.
  CONSTRAINT outbox_record_fits_the_log CHECK (octet_length(value) <= 1000000)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- How far each stream of facts (key and source) has been applied: one small row instead of an inbox that grows.
CREATE TABLE consumed_sequence (
  key               text COLLATE "C" NOT NULL,
  source            text COLLATE "C" NOT NULL,
  last_sequence     bigint           NOT NULL,
  -- What the row said before: two consumers that both start from it cannot both write.
  previous_sequence bigint           NOT NULL,
  CONSTRAINT consumed_sequence_applies_once PRIMARY KEY (key, source),
  CONSTRAINT consumed_sequence_only_grows CHECK (last_sequence > previous_sequence)
) WITH (fillfactor = 85);

-- A key whose record could not be applied: its later records wait behind it, all other keys go on.
CREATE TABLE parked_key (
  key        text COLLATE "C" NOT NULL,
  reason     text             NOT NULL,
  since      timestamptz      NOT NULL DEFAULT now(),
  -- The record that came too early: earlier ones of its source may pass it, nothing else may.
  gap_source text,
  gap_number bigint,
  CONSTRAINT parked_key_is_parked_once PRIMARY KEY (key),
  CONSTRAINT parked_key_names_its_gap
    CHECK ((reason = 'GAP') = (gap_source IS NOT NULL) AND (gap_source IS NULL) = (gap_number IS NULL))
);
-- The page of parked keys reads oldest first.
CREATE INDEX parked_key_oldest_first ON parked_key (since, key);

CREATE TABLE parked_record (
  id            bigint GENERATED ALWAYS AS IDENTITY,
  key           text COLLATE "C" NOT NULL,
  topic         text             NOT NULL,
  log_partition integer          NOT NULL,
  log_offset    bigint           NOT NULL,
  event_id      text             NOT NULL,
  record_key    text,
  headers       text[]           NOT NULL,
  value         bytea,
  error         text             NOT NULL,
  error_text    text             NOT NULL,
  attempts      integer          NOT NULL,
  parked_at     timestamptz      NOT NULL DEFAULT now(),
  -- Its place in a gap-free stream, to find the record that closes a gap among those that wait.
  source        text,
  number        bigint,
  CONSTRAINT parked_record_waits_in_this_order PRIMARY KEY (id),
  -- A key cannot be released while a record still waits.
  CONSTRAINT parked_record_belongs_to_a_parked_key FOREIGN KEY (key) REFERENCES parked_key (key),
  CONSTRAINT parked_record_headers_are_pairs CHECK (cardinality(headers) % 2 = 0)
);
-- The log may be read twice; the id of the event guards against a log that was made anew.
CREATE UNIQUE INDEX parked_record_is_parked_once ON parked_record (topic, log_partition, log_offset, event_id);
CREATE INDEX parked_record_of_a_key ON parked_record (key, id);

-- A record that can never be applied, with who said so and why. Nothing is deleted.
CREATE TABLE set_aside_record (
  id               bigint           NOT NULL,
  key              text COLLATE "C" NOT NULL,
  topic            text             NOT NULL,
  log_partition    integer          NOT NULL,
  log_offset       bigint           NOT NULL,
  event_id         text             NOT NULL,
  record_key       text,
  headers          text[]           NOT NULL,
  value            bytea,
  error            text             NOT NULL,
  error_text       text             NOT NULL,
  attempts         integer          NOT NULL,
  parked_at        timestamptz      NOT NULL,
  source           text,
  number           bigint,
  set_aside_reason text             NOT NULL,
  set_aside_by     text             NOT NULL,
  set_aside_at     timestamptz      NOT NULL DEFAULT now(),
  CONSTRAINT set_aside_record_is_kept PRIMARY KEY (id),
  CONSTRAINT set_aside_record_has_a_reason CHECK (set_aside_reason <> '')
);
-- Read again from the log, it stays set aside.
CREATE INDEX set_aside_record_is_known ON set_aside_record (topic, log_partition, log_offset, event_id);

-- A due time is a row; any instance fires it, in the transaction of its effects.
CREATE TABLE timer (
  kind       text             NOT NULL,
  key        text COLLATE "C" NOT NULL,
  due_at     timestamptz      NOT NULL,
  payload    text,
  attempts   integer          NOT NULL DEFAULT 0,
  -- Real time, also when due times come from a simulated clock: a retry must not wait for a clock that stands still.
  not_before timestamptz,
  last_error text,
  CONSTRAINT timer_is_one_per_kind_and_key PRIMARY KEY (key, kind)
) WITH (fillfactor = 90);
CREATE INDEX timer_fires_oldest_first ON timer (due_at);
