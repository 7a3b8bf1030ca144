-- What reads the whole table comes by itself, after the changes of columns: beside it the instance that still runs reads its tasks, and nothing is
-- locked for longer than an index takes.
alter table assignment validate constraint draft_waits_since_it_was_written;
-- What waits for the leaders of a unit and of those below it, first due first.
create index drafts_of_a_unit on assignment (unit_path, next_due, assignment_id) where draft_act is not null;

-- A body outside may take a case over in the middle of its handling (转出). When it does not take it, the case is dispatched again in its round:
-- the lead whose task ended with the transfer does not stand in the way of the next one.
create unique index one_lead_at_a_time_in_a_round on assignment (case_id, round)
    where role = 'LEAD' and status not in ('RETURNED', 'RECALLED', 'CANCELLED');
