-- What became of the requests of units: until when a case is held, how often it was extended and given back.
ALTER TABLE case_record
  ADD COLUMN held_until      timestamptz,
  ADD COLUMN extension_count int NOT NULL DEFAULT 0,
  ADD COLUMN return_count    int NOT NULL DEFAULT 0,
  ADD CONSTRAINT a_held_case_says_until_when CHECK ((status = 'ON_HOLD') = (held_until IS NOT NULL));
