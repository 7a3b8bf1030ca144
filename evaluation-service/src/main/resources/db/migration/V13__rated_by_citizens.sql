-- A citizen may rate by number and code (自助评价): nobody had to call.
alter table callback
  drop constraint rating_needs_a_citizen_who_was_reached,
  add constraint rating_needs_a_citizen_who_was_reached
    check (status <> 'EVALUATED' or reached_at is not null or via = 'SELF_SERVICE');

-- What citizens wrote with such ratings, by round: masked, from the case file, and erased with it.
alter table case_file
  add column rating_words jsonb,
  add constraint erased_file_has_no_words_of_ratings check (not erased or rating_words is null);
