-- The calendars that dispatch has said. Until the first has come, the shipped one counts, as version 0.
CREATE TABLE work_calendar (
  version integer NOT NULL,
  content jsonb   NOT NULL,
  CONSTRAINT work_calendar_is_said_once PRIMARY KEY (version)
);
