-- An extension moves the promised date, a hold stops its clock: the citizen is told until when (track page).
ALTER TABLE case_assignment ADD COLUMN held_until timestamptz;
ALTER TABLE case_step ADD COLUMN until timestamptz;
