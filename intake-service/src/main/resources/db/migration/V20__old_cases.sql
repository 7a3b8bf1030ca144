-- The days in which the open cases of an old system are taken over (旧系统转入期).
CREATE TABLE changeover (
  id           uuid        NOT NULL,
  -- The source of each of its lines.
  system       text        NOT NULL,
  -- From when requests were registered here: each line was received before.
  cut_over     timestamptz NOT NULL,
  -- No original due time lies after it.
  latest_due   timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL,
  opened_by    text        NOT NULL,
  opened_at    timestamptz NOT NULL,
  confirmed_by text,
  confirmed_at timestamptz,
  CONSTRAINT changeover_is_one_per_id PRIMARY KEY (id),
  CONSTRAINT changeover_ends_within_thirty_days CHECK (ends_at > cut_over AND ends_at <= cut_over + interval '720 hours'),
  CONSTRAINT changeover_is_confirmed_by_somebody CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CONSTRAINT nobody_back_dates_alone CHECK (confirmed_by <> opened_by)
);
-- What a line of the old system's file said when its case was handed over (旧系统转入): the same line again changes nothing, another one is
-- reported. A keyed digest: a line tells who reported.
CREATE TABLE old_case_line (
  case_id uuid NOT NULL,
  digest  text NOT NULL,
  changeover_id uuid NOT NULL,
  CONSTRAINT old_case_has_one_line PRIMARY KEY (case_id),
  CONSTRAINT old_case_line_is_of_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id),
  CONSTRAINT old_case_line_is_of_a_changeover FOREIGN KEY (changeover_id) REFERENCES changeover (id)
);
CREATE INDEX cases_of_a_changeover ON old_case_line (changeover_id);
