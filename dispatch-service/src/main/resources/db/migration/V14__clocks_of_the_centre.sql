-- When a case came to the dispatchers last: accepted, or back from a unit. The limit of dispatching counts from then.
alter table handled_case
    add column waiting_since timestamptz,
    -- Of the clock of the centre's own duty that runs: the due time that was said to approach, the start of the one that was said to be missed.
    add column centre_warned timestamptz,
    add column centre_missed timestamptz;
update handled_case c set waiting_since = coalesce(
    (select max(a.ended_at) from assignment a
        where a.case_id = c.case_id and a.role = 'LEAD' and a.status in ('RETURNED', 'RECALLED')), c.accepted_at)
    where c.accepted_at is not null;
