-- How the rating that closed a case was given; null while it is open, where its citizen did not rate, and of what was closed
-- before this version: nobody rated without being called then, so existing counts are right.
ALTER TABLE case_record ADD COLUMN rated_via text;
ALTER TABLE headline_day ADD COLUMN self_rated bigint NOT NULL DEFAULT 0;
