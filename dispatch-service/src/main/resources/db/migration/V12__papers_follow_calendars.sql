-- The clock of a paper that a unit answers: what its due time was computed from and by which calendar, so that it can be computed anew
-- and explained. What was sent back begins again from then.
alter table supervision_order
    add column due_from timestamptz,
    add column due_calendar integer;
update supervision_order o set due_from = coalesce(
    (select max(r.judged_at) from supervision_answer r where r.order_id = o.order_id and r.accepted = false), o.opened_at);
-- Before the first calendar, that one.
update supervision_order o set due_calendar = coalesce(
    (select max(c.version) from work_calendar c where c.adopted_at <= o.due_from), 1);
alter table supervision_order
    alter column due_from set not null,
    alter column due_calendar set not null;

-- Without a rule a leader chose the day, or it was not kept whether he did: such a due time stays where it is.
alter table instructed_unit
    add column due_rule text,
    add column due_from timestamptz,
    add column due_calendar integer,
    add constraint unit_answers_by_a_computed_or_a_chosen_time check ((due_rule is null) = (due_calendar is null));
update instructed_unit u set due_from = coalesce(
    (select max(f.judged_at) from instruction_feedback f where f.receipt_id = u.receipt_id and f.accepted = false),
    (select i.given_at from instruction i where i.instruction_id = u.instruction_id));
alter table instructed_unit alter column due_from set not null;
