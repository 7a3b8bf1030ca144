-- A body outside may take a case over in the middle of its handling (转出). When it does not take it, the case is dispatched again in its round:
-- the lead whose task ended with the transfer does not stand in the way of the next one.
drop index one_lead_per_round;
create unique index one_lead_per_round on assignment (case_id, round)
    where role = 'LEAD' and status not in ('RETURNED', 'RECALLED', 'CANCELLED');

-- Why a task ended without a reply, for the unit that had it; null of those of before.
alter table assignment add column cancellation_reason text;

-- When a body outside got it last: what waited for dispatch waited until then. Null of those of before.
alter table handled_case add column transferred_at timestamptz;
