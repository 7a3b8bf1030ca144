-- Units are compared with their like: by level, and whether they are responsible for a place. The level of those that were told before is
-- that of their path; their place is not known until DirectoryAgain has read the directory once more.
ALTER TABLE directory_name
  ADD COLUMN unit_level int,
  ADD COLUMN of_a_place boolean;
UPDATE directory_name SET unit_level = cardinality(string_to_array(path, '/')) - 1 WHERE kind = 'unit';
