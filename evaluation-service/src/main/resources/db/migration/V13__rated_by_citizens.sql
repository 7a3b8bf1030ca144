-- A citizen may rate by number and code (自助评价): nobody had to call.
alter table callback
  drop constraint rating_needs_a_citizen_who_was_reached,
  add constraint rating_needs_a_citizen_who_was_reached
    check (status <> 'EVALUATED' or reached_at is not null or via = 'SELF_SERVICE');

-- What citizens wrote with such ratings, by round: masked, from the case file, and erased with it.
alter table case_file
  add column rating_words jsonb;

-- In the database, because an instance of before erases a file and does not know of the words.
create function erase_rating_words() returns trigger language plpgsql as $$
begin
  new.rating_words := null;
  return new;
end $$;
create trigger words_of_ratings_go_with_their_file
  before insert or update on case_file
  for each row when (new.erased and new.rating_words is not null)
  execute function erase_rating_words();
