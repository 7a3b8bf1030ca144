-- A case that was registered before the clock was kept has none of its columns: only then it has no clock.
ALTER TABLE hotline_case
  ALTER COLUMN screen_missed DROP NOT NULL,
  ALTER COLUMN screen_missed DROP DEFAULT,
  ALTER COLUMN screen_calendar DROP NOT NULL,
  ALTER COLUMN screen_calendar DROP DEFAULT;
UPDATE hotline_case SET screen_missed = NULL, screen_calendar = NULL WHERE screen_due IS NULL;
ALTER TABLE hotline_case ADD CONSTRAINT screening_clock_is_whole_or_absent
  CHECK (num_nulls(screen_limit, screen_due, screen_yellow, screen_missed, screen_calendar) IN (0, 5));
