-- The clock of a screening; cases that were registered before have none.
ALTER TABLE hotline_case
  ADD COLUMN screen_limit    text,
  ADD COLUMN screen_due      timestamptz,
  ADD COLUMN screen_yellow   timestamptz,
  -- The due time that was said to approach, and whether it was said to have passed.
  ADD COLUMN screen_warned   timestamptz,
  ADD COLUMN screen_missed   boolean NOT NULL DEFAULT false,
  -- By which calendar the due time was computed: that one explains it.
  ADD COLUMN screen_calendar integer NOT NULL DEFAULT 0;

-- Within what time a case is screened.
CREATE TABLE screening_limit (
  urgency       text NOT NULL,
  screen_within text NOT NULL,
  CONSTRAINT screening_limit_is_said_once PRIMARY KEY (urgency)
);
INSERT INTO screening_limit (urgency, screen_within) VALUES
  ('CRITICAL', '15nm'), ('URGENT', '30nm'), ('NORMAL', '2wh');

-- The calendars that dispatch has said. Until the first has come, the shipped one counts, as version 0.
CREATE TABLE work_calendar (
  version integer NOT NULL,
  content jsonb   NOT NULL,
  CONSTRAINT work_calendar_is_said_once PRIMARY KEY (version)
);
