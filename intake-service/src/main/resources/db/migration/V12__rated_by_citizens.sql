-- A citizen rates by number and code while the callback is open (自助评价). Which round waits for it, and what the last one that
-- had its result was given through, follow the log; what the citizen said is in the event. What waits already is called back
-- only: its callback was opened before anybody listened for it here.
ALTER TABLE hotline_case
  ADD COLUMN callback_round     integer,
  -- Whether the reply to a main case answers the round: no unit has called that citizen.
  ADD COLUMN answered_with_main boolean NOT NULL DEFAULT false,
  ADD COLUMN recorded_round     integer,
  -- A RatedVia; NONE where the round ended in silence.
  ADD COLUMN recorded_via       text,
  ADD COLUMN rated_round        integer,
  ADD COLUMN rated_at           timestamptz,
  ADD CONSTRAINT result_of_a_round_says_through_what CHECK ((recorded_round IS NULL) = (recorded_via IS NULL)),
  ADD CONSTRAINT own_rating_says_when CHECK ((rated_round IS NULL) = (rated_at IS NULL));

-- What citizens wrote with such ratings, masked: for who calls back and who reckons the scores, not for the unit that is rated.
CREATE TABLE rating_words (
  case_id uuid    NOT NULL,
  round   integer NOT NULL,
  text    text    NOT NULL,
  CONSTRAINT words_of_a_rating_are_kept_once PRIMARY KEY (case_id, round),
  CONSTRAINT words_of_a_rating_belong_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
);
