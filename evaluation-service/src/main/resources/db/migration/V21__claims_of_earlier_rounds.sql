-- Beside instances that work: 500 cases at a time, locked as the services lock them, each batch committed. What was filled is not filled again,
-- so that a run that broke off is simply run once more.
do $$
declare
  last  uuid;
  batch uuid[];
begin
  loop
    select array_agg(case_id order by case_id) into batch
      from (select case_id from hotline_case where last is null or case_id > last order by case_id limit 500) next;
    exit when batch is null;
    perform 1 from hotline_case where case_id = any (batch) order by case_id for no key update;
    update callback c
       set claimed_contact = case when h.claims_round = c.round and not c.with_main
                                       and num_nonnulls(h.claimed_contact, h.claimed_solved) > 0
                                  then h.claimed_contact else s.claimed_contact end,
           claimed_solved  = case when h.claims_round = c.round and not c.with_main
                                       and num_nonnulls(h.claimed_contact, h.claimed_solved) > 0
                                  then h.claimed_solved else s.claimed_solved end
      from callback k
      join hotline_case h using (case_id)
      left join spot_check s using (callback_id)
     where k.callback_id = c.callback_id and c.case_id = any (batch)
       and num_nonnulls(c.claimed_contact, c.claimed_solved) = 0
       and (h.claims_round = c.round and not c.with_main and num_nonnulls(h.claimed_contact, h.claimed_solved) > 0
            or num_nonnulls(s.claimed_contact, s.claimed_solved) > 0);
    commit;
    last := batch[cardinality(batch)];
  end loop;
end $$;

-- The few rounds of which the citizen denies what the unit claims.
drop index concurrently if exists rounds_with_denied_claims;
create index concurrently rounds_with_denied_claims on callback (case_id, round)
  where claimed_contact and responded = 'NO' or claimed_solved and solved = 'NO';
-- A list of a period reads what is denied of the rounds that closed a case in it, and of earlier rounds of the few cases that took several.
drop index concurrently if exists denied_closings_by_time;
create index concurrently denied_closings_by_time on callback (ended_at desc, callback_id desc)
  where decision = 'CLOSED' and (claimed_contact and responded = 'NO' or claimed_solved and solved = 'NO');
drop index concurrently if exists closings_after_several_rounds_by_time;
create index concurrently closings_after_several_rounds_by_time on callback (ended_at desc, callback_id desc)
  where decision = 'CLOSED' and round > 1;
