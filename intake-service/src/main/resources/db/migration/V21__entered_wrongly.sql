-- A form or a line that was entered wrongly and taken back is entered anew under the same number (登记有误).
DROP INDEX external_reference_is_registered_once;
CREATE UNIQUE INDEX external_reference_is_registered_once ON hotline_case (external_source, external_ref)
  WHERE external_source IS NOT NULL AND withdrawal_reason IS DISTINCT FROM 'ENTERED_WRONGLY';
