-- A period that was submitted and of which the inputs are being copied: a quarter of a city is millions of rows, nobody waits for that with a
-- request. What is not copied yet is no ranking, and instances of an older version that run beside know nothing of these rows.
CREATE TABLE ranking_copy (
  -- Of the ranking that comes of it.
  ranking_id   uuid        NOT NULL,
  period_from  date        NOT NULL,
  period_to    date        NOT NULL,
  rule         jsonb       NOT NULL,
  version      bigint      NOT NULL DEFAULT 0,
  submitted_by text        NOT NULL,
  submitted_at timestamptz NOT NULL,
  -- Who chose the moment of which the numbers are: who submitted it, or had it copied again.
  taken_by     text        NOT NULL,
  -- Begun ones; kept apart from the copy itself, so that one that takes its connection down with it is not begun for ever.
  attempts     int         NOT NULL DEFAULT 0,
  -- Null while it waits or is made: whoever makes it holds the row until it is a ranking, and an end before that leaves it as it was.
  failed_at    timestamptz,
  failure      text,
  failure_zh   text,
  failure_en   text,
  CONSTRAINT one_row_per_copy PRIMARY KEY (ranking_id),
  CONSTRAINT one_copy_per_period UNIQUE (period_from, period_to),
  CONSTRAINT a_copy_covers_days CHECK (period_from < period_to),
  CONSTRAINT a_failed_copy_says_why
    CHECK ((failed_at IS NULL) = (failure IS NULL) AND (failure IS NULL) = (failure_zh IS NULL)
           AND (failure IS NULL) = (failure_en IS NULL))
);
-- What waits is taken oldest first, and what broke off stands behind the others.
CREATE INDEX copies_to_make ON ranking_copy (attempts, submitted_at) WHERE failed_at IS NULL;
