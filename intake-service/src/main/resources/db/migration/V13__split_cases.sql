-- One call with several demands (一诉多求): each is a case of its own. Those that were split off name the case as which the call was
-- registered, also when one of them was split again; the case that was split counts what it gave away. None was before this version.
ALTER TABLE hotline_case
  ADD COLUMN split_from  uuid,
  ADD COLUMN split_count integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT split_case_comes_from_a_case FOREIGN KEY (split_from) REFERENCES hotline_case (id),
  ADD CONSTRAINT case_is_not_split_from_itself CHECK (split_from <> id),
  -- Its citizen has waited since the call: the screening of what was split off does not begin with its own registration.
  ADD CONSTRAINT screening_of_a_split_case_counts_from_the_call CHECK (split_from IS NULL OR screening_since IS NOT NULL),
  ADD CONSTRAINT split_cases_are_counted CHECK (split_count >= 0);

-- The cases of one call.
CREATE INDEX cases_of_one_call ON hotline_case (split_from) WHERE split_from IS NOT NULL;
