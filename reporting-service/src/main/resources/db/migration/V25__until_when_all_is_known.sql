SET LOCAL lock_timeout = '5s';

-- Until when each service that tells facts has sent all of them, as it says itself on hotline.sent-until.v1: what still waits in its outbox is
-- not in the log, however far that is read. Heard again from the topic.
CREATE TABLE log_sent_until (
  source     text        NOT NULL,
  sent_until timestamptz NOT NULL,
  CONSTRAINT one_moment_per_service PRIMARY KEY (source)
);

ALTER TABLE log_progress
  -- Every fact that was recorded before and lies in this partition is counted.
  ADD COLUMN complete_until timestamptz,
  -- Where the partition ended as it was last looked at and not read so far, and until when all had been sent by then.
  ADD COLUMN look_end bigint,
  ADD COLUMN look_until timestamptz,
  ADD CONSTRAINT a_look_has_end_and_time CHECK ((look_end IS NULL) = (look_until IS NULL));

-- How many cases were parked as it was made, so that what is told of them is not in it.
ALTER TABLE daily_edition ADD COLUMN cases_waiting integer NOT NULL DEFAULT 0;

-- What was printed does not change, and neither do the cases behind it. An edition is signed once; nothing else of it is ever written.
CREATE OR REPLACE FUNCTION daily_edition_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'daily_edition' AND TG_OP = 'UPDATE' THEN
    -- By itself: the other table has no such columns.
    IF OLD.signed_at IS NULL
       AND to_jsonb(NEW) - '{signed_by,signed_name,signed_at,version}'::text[]
         = to_jsonb(OLD) - '{signed_by,signed_name,signed_at,version}'::text[] THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'An edition of the daily report does not change';
END $$;
CREATE TRIGGER an_edition_is_not_deleted BEFORE DELETE ON daily_edition FOR EACH ROW EXECUTE FUNCTION daily_edition_stays();
CREATE TRIGGER a_list_of_an_edition_does_not_change BEFORE UPDATE OR DELETE ON daily_edition_list
  FOR EACH ROW EXECUTE FUNCTION daily_edition_stays();
CREATE TRIGGER editions_are_not_emptied BEFORE TRUNCATE ON daily_edition FOR EACH STATEMENT EXECUTE FUNCTION daily_edition_stays();
CREATE TRIGGER lists_of_editions_are_not_emptied BEFORE TRUNCATE ON daily_edition_list
  FOR EACH STATEMENT EXECUTE FUNCTION daily_edition_stays();
