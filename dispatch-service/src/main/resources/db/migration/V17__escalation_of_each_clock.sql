-- A rule looks at each unit's clock by itself, the co-handlers' too, and one that began anew (another reply, an extension, another silence) is another.
-- A reply that is due soon was counted from the start of the task; from now on it is known by its due time.
update escalation e set since = a.reply_due
    from assignment a
    where e.cause = 'NEAR_DUE' and a.case_id = e.case_id and a.round = e.round and a.dispatch_no = e.dispatch_no
        and a.role = 'LEAD' and a.unit_id = e.from_unit_id;
alter table escalation drop constraint one_escalation_per_rule_and_tier;
-- Whatever fires twice: a rule asks each tier once about each clock. Rounds are counted over all units and have no clock.
create unique index one_escalation_per_clock_and_tier on escalation
    (case_id, round, dispatch_no, (case when cause <> 'ROUNDS' then from_unit_id end), rule_id, to_level, since)
    nulls not distinct;
