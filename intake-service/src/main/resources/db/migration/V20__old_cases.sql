-- What a line of the old system's file said when its case was handed over (旧系统转入): the same line again changes nothing, another one is
-- reported. A keyed digest: a line tells who reported.
CREATE TABLE old_case_line (
  case_id uuid NOT NULL,
  digest  text NOT NULL,
  CONSTRAINT old_case_has_one_line PRIMARY KEY (case_id),
  CONSTRAINT old_case_line_is_of_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
);
