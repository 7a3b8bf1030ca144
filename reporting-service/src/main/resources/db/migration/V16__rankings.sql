-- Scores and rankings of units (考核排名). Unlike everything else here these tables are not read again from the log: they are what people
-- decided. A rebuild of the read models leaves every table alone whose name begins with ranking. What was published is also on
-- hotline.score.v1, from which an emptied database hears it again; rules that nothing was published by, objections with their decisions and what is not
-- published yet live here alone.

-- The rules as they were adopted; the shipped one is version 0 and not in it.
CREATE TABLE ranking_rule (
  version    int         NOT NULL,
  content    jsonb       NOT NULL,
  adopted_by text        NOT NULL,
  adopted_at timestamptz NOT NULL,
  CONSTRAINT a_rule_is_adopted_once PRIMARY KEY (version)
);

-- The ranking of a period and who must act next: the units check it, or it is published.
CREATE TABLE ranking (
  ranking_id   uuid        NOT NULL,
  period_from  date        NOT NULL,
  period_to    date        NOT NULL,
  status       text        NOT NULL,
  version      bigint      NOT NULL,
  rule         jsonb       NOT NULL,
  -- The copy of the inputs that counts.
  snapshot     int         NOT NULL,
  -- Who took it: with an accepted objection another one than who submitted it.
  taken_by     text        NOT NULL,
  submitted_by text        NOT NULL,
  submitted_at timestamptz NOT NULL,
  check_until  timestamptz NOT NULL,
  published_by text,
  published_at timestamptz,
  ended_reason text,
  CONSTRAINT one_row_per_ranking PRIMARY KEY (ranking_id),
  CONSTRAINT a_ranking_has_a_status CHECK (status IN ('CHECK', 'PUBLISHED', 'TAKEN_BACK')),
  CONSTRAINT a_ranking_ends_after_it_starts CHECK (period_from < period_to),
  CONSTRAINT a_published_ranking_has_its_time
    CHECK ((status = 'PUBLISHED') = (published_at IS NOT NULL) AND (published_at IS NULL) = (published_by IS NULL)),
  CONSTRAINT a_ranking_taken_back_has_its_reason CHECK ((status = 'TAKEN_BACK') = (ended_reason IS NOT NULL)),
  -- No ranking shock from one person's bad day.
  CONSTRAINT a_ranking_is_frozen_by_a_second_person CHECK (published_by <> submitted_by AND published_by <> taken_by)
);
CREATE UNIQUE INDEX one_ranking_per_period ON ranking (period_from, period_to) WHERE status <> 'TAKEN_BACK';
-- The archive reads newest first.
CREATE INDEX rankings_by_period ON ranking (period_from DESC, period_to DESC, ranking_id DESC);

-- What was computed from a copy of the inputs; a copy is never changed, an accepted objection takes another of the line of its unit.
CREATE TABLE ranking_snapshot (
  ranking_id  uuid        NOT NULL,
  number      int         NOT NULL,
  as_of       timestamptz NOT NULL,
  taken_at    timestamptz NOT NULL,
  inputs_hash text        NOT NULL,
  units       jsonb       NOT NULL,
  CONSTRAINT one_row_per_snapshot PRIMARY KEY (ranking_id, number),
  CONSTRAINT a_snapshot_is_of_a_ranking FOREIGN KEY (ranking_id) REFERENCES ranking (ranking_id)
);

-- The inputs: which case counts for which unit, and how. Not of those that were heard from the topic, nor of copies that were replaced
-- before the ranking was published.
CREATE TABLE ranking_input (
  ranking_id uuid             NOT NULL,
  snapshot   int              NOT NULL,
  unit_id    text COLLATE "C" NOT NULL,
  case_id    uuid             NOT NULL,
  case_no    text             NOT NULL,
  counters   text[]           NOT NULL,
  CONSTRAINT a_case_counts_once_per_snapshot PRIMARY KEY (ranking_id, snapshot, unit_id, case_id)
);

CREATE TABLE ranking_objection (
  objection_id uuid        NOT NULL,
  ranking_id   uuid        NOT NULL,
  unit_id      text        NOT NULL,
  words        text        NOT NULL,
  status       text        NOT NULL,
  version      bigint      NOT NULL,
  raised_by    text        NOT NULL,
  raised_at    timestamptz NOT NULL,
  decided_by   text,
  decided_at   timestamptz,
  reason       text,
  CONSTRAINT one_row_per_objection PRIMARY KEY (objection_id),
  CONSTRAINT an_objection_is_to_a_ranking FOREIGN KEY (ranking_id) REFERENCES ranking (ranking_id),
  CONSTRAINT an_objection_has_a_status CHECK (status IN ('OPEN', 'ACCEPTED', 'REFUSED', 'MOOT')),
  CONSTRAINT a_decided_objection_says_why
    CHECK ((status = 'OPEN') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
           AND (decided_at IS NULL) = (reason IS NULL))
);
CREATE UNIQUE INDEX one_open_objection_per_unit ON ranking_objection (ranking_id, unit_id) WHERE status = 'OPEN';
-- The queue, oldest first, and what was decided, newest first.
CREATE INDEX open_objections_by_time ON ranking_objection (raised_at, objection_id) WHERE status = 'OPEN';
CREATE INDEX decided_objections_by_time ON ranking_objection (decided_at DESC, objection_id DESC) WHERE status <> 'OPEN';

-- An erratum that one person has proposed; a second one publishes it.
CREATE TABLE ranking_erratum (
  ranking_id  uuid        NOT NULL,
  number      int         NOT NULL,
  snapshot    int         NOT NULL,
  reason      text        NOT NULL,
  words       text        NOT NULL,
  proposed_by text        NOT NULL,
  proposed_at timestamptz NOT NULL,
  CONSTRAINT one_proposed_erratum_per_ranking PRIMARY KEY (ranking_id),
  CONSTRAINT an_erratum_is_to_a_ranking FOREIGN KEY (ranking_id) REFERENCES ranking (ranking_id)
);

-- What was published, word for word as on the topic: number 0 the ranking, then its errata.
CREATE TABLE ranking_edition (
  ranking_id   uuid        NOT NULL,
  number       int         NOT NULL,
  period_from  date        NOT NULL,
  period_to    date        NOT NULL,
  type         text        NOT NULL,
  published_at timestamptz NOT NULL,
  content      jsonb       NOT NULL,
  -- The copy it was computed from; null when that was in another database.
  snapshot     int,
  CONSTRAINT an_edition_is_published_once PRIMARY KEY (ranking_id, number)
);
-- The ranking before says how far a unit has moved.
CREATE INDEX editions_by_period ON ranking_edition (period_to, period_from, number);
