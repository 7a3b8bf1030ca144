-- What the unit of a round claims (单位自述) stands beside what the citizen said of that round; the case knows that of the last one alone. Null is
-- what was not heard. A case that was answered with its main one has no claim of its own.
--
-- Only what takes a moment: the rounds of before are filled and found by V21. The locks in the order of the services, all at once.
set local lock_timeout = '5s';
lock table hotline_case, callback in access exclusive mode;

alter table callback
  add column claimed_contact boolean,
  add column claimed_solved  boolean;

-- Kept here and not in the service: an instance of before keeps them as well, and of one poll it does not matter which of the two rows is
-- written first.
create function round_takes_its_claims() returns trigger language plpgsql as $$
begin
  if not new.with_main then
    select h.claimed_contact, h.claimed_solved into new.claimed_contact, new.claimed_solved
      from hotline_case h where h.case_id = new.case_id and h.claims_round = new.round;
  end if;
  return new;
end $$;
create trigger a_round_takes_its_claims before insert on callback
  for each row execute function round_takes_its_claims();

create function claims_follow_to_their_round() returns trigger language plpgsql as $$
begin
  update callback set claimed_contact = new.claimed_contact, claimed_solved = new.claimed_solved
   where case_id = new.case_id and round = new.claims_round and not with_main;
  return null;
end $$;
create trigger claims_follow_to_their_round
  after update of claims_round, claimed_contact, claimed_solved on hotline_case
  for each row
  when (new.claims_round is not null and num_nonnulls(new.claimed_contact, new.claimed_solved) > 0
        and row(old.claims_round, old.claimed_contact, old.claimed_solved)
            is distinct from row(new.claims_round, new.claimed_contact, new.claimed_solved))
  execute function claims_follow_to_their_round();
