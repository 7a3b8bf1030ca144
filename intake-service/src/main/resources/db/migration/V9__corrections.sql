-- What was put right after the registration (更正): by whom, when, why, and each value before and after. Texts are masked
-- like those of the case; as they were told they are in the vault, and gone with the key of the case.
CREATE TABLE case_correction (
  case_id       uuid        NOT NULL,
  correction_no integer     NOT NULL,
  field         text        NOT NULL,
  corrected_at  timestamptz NOT NULL,
  corrected_by  text        NOT NULL,
  reason        text        NOT NULL,
  value_before  text,
  value_after   text,
  CONSTRAINT case_correction_names_each_field_once PRIMARY KEY (case_id, correction_no, field),
  CONSTRAINT case_correction_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id),
  CONSTRAINT correction_changes_something CHECK (value_before IS DISTINCT FROM value_after),
  CONSTRAINT correction_has_a_reason CHECK (reason <> '')
);

ALTER TABLE hotline_case ADD COLUMN correction_count integer NOT NULL DEFAULT 0;
