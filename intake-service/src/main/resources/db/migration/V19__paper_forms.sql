-- Requests that were registered after their true time (补录、旧系统转入): none was before this version.
ALTER TABLE hotline_case
  ADD COLUMN entered_as        text,
  -- What the system before this one had promised, and who had it there.
  ADD COLUMN original_due      timestamptz,
  ADD COLUMN former_unit_id    text,
  ADD COLUMN former_extensions integer,
  ADD CONSTRAINT case_entered_later_has_its_number_there CHECK (entered_as IS NULL OR external_ref IS NOT NULL),
  ADD CONSTRAINT only_an_old_system_hands_over
    CHECK (coalesce(entered_as, '') = 'OLD_SYSTEM' OR num_nonnulls(original_due, former_unit_id, former_extensions) = 0),
  ADD CONSTRAINT screening_of_a_paper_form_counts_from_its_true_time CHECK (entered_as <> 'PAPER' OR screening_since IS NOT NULL);

-- The list of what was entered later is short beside all cases.
CREATE INDEX cases_entered_later ON hotline_case (entered_as, id DESC) WHERE entered_as IS NOT NULL;
-- The number that a paper form or another system gave it is searched for as its own.
CREATE INDEX cases_by_external_number ON hotline_case (external_ref) WHERE external_ref IS NOT NULL;

-- Hours in which the system was away (停用时段): what was taken down on paper in them may be typed in.
CREATE TABLE outage (
  id         uuid        NOT NULL,
  -- The source of its forms: each number of a form is registered once within it.
  code       text        NOT NULL,
  reason     text        NOT NULL,
  began_at   timestamptz NOT NULL,
  ended_at   timestamptz NOT NULL,
  -- Until when forms may be typed in.
  typed_until timestamptz NOT NULL,
  -- How many requests were registered as they came in during these hours: many of them say that the system was not away.
  registered_live bigint NOT NULL,
  opened_by  text        NOT NULL,
  opened_at  timestamptz NOT NULL,
  CONSTRAINT outage_is_one_per_id PRIMARY KEY (id),
  CONSTRAINT outage_is_opened_once UNIQUE (code),
  -- A form belongs to one outage: under two of them its number would be registered twice.
  CONSTRAINT outages_do_not_overlap EXCLUDE USING gist (tstzrange(began_at, ended_at) WITH &&),
  CONSTRAINT outage_ends_after_it_began CHECK (ended_at > began_at),
  CONSTRAINT outage_lies_in_the_past CHECK (ended_at <= opened_at)
);
CREATE INDEX newest_outages_first ON outage (id DESC);
