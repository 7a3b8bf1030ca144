-- What one unit of a round left undone is no reason to be silent about the next.
-- The default is for instances of before that still run.
alter table escalation add column dispatch_no integer not null default 1;
alter table escalation
    drop constraint one_escalation_per_rule_and_tier,
    -- Whatever fires twice: a rule asks each tier once about each unit of a round.
    add constraint one_escalation_per_rule_and_tier unique (case_id, round, dispatch_no, rule_id, to_level);
