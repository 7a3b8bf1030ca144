-- The daily report as it was laid before the leaders on the morning after (日报, 期次). Like the rankings these tables are not read again from
-- the log: an edition says what was known when it was made, and somebody signed it. A rebuild of the read models leaves them alone; with the
-- whole database lost, the last 31 days are made anew with what is known then, and are not signed.
CREATE TABLE daily_edition (
  day         date        NOT NULL,
  made_at     timestamptz NOT NULL,
  -- Null: by the clock.
  made_by     text,
  as_of       timestamptz NOT NULL,
  -- The report with its numbers and the names of that morning.
  content     jsonb       NOT NULL,
  version     bigint      NOT NULL DEFAULT 0,
  signed_by   text,
  signed_name text,
  signed_at   timestamptz,
  CONSTRAINT one_edition_per_day PRIMARY KEY (day),
  -- A day that was read in part is never frozen.
  CONSTRAINT an_edition_has_read_its_day CHECK (as_of >= ((day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')),
  CONSTRAINT a_signature_has_name_and_time
    CHECK ((signed_by IS NULL) = (signed_at IS NULL) AND (signed_by IS NULL) = (signed_name IS NULL))
);

-- The cases behind each number, as they were: what is told later is seen by comparing.
CREATE TABLE daily_edition_list (
  day      date   NOT NULL,
  flow     text   NOT NULL,
  case_nos text[] NOT NULL,
  CONSTRAINT one_list_per_number_of_an_edition PRIMARY KEY (day, flow),
  CONSTRAINT a_list_is_of_an_edition FOREIGN KEY (day) REFERENCES daily_edition (day)
);

-- What was printed does not change; it is signed, and that once.
CREATE FUNCTION daily_edition_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.day, NEW.made_at, NEW.as_of, NEW.content) IS DISTINCT FROM (OLD.day, OLD.made_at, OLD.as_of, OLD.content)
     OR OLD.signed_at IS NOT NULL THEN
    RAISE EXCEPTION 'An edition of the daily report does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER an_edition_does_not_change BEFORE UPDATE ON daily_edition FOR EACH ROW EXECUTE FUNCTION daily_edition_stays();
