-- By itself: the rows are read while the service goes on. What was stricter before holds for every row.
ALTER TABLE hotline_case
  VALIDATE CONSTRAINT case_beyond_screening_was_accepted_or_answered,
  VALIDATE CONSTRAINT case_is_accepted_or_answered_but_not_both,
  VALIDATE CONSTRAINT only_what_was_transferred_is_acknowledged;
