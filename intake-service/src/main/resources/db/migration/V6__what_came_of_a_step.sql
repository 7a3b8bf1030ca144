-- What came of an attempt to reach the citizen: being reached and being tried are told apart. Null of
-- other steps, and of those that were told before this was kept.
ALTER TABLE case_step ADD COLUMN result text;
