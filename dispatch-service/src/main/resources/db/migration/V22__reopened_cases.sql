-- A closed case that was reopened: the round that began then, and why. Null while it never was; a reason that a newer
-- writer gave is not known here and null as well.
alter table handled_case
    add column reopened_round integer,
    add column reopen_reason text,
    add constraint reopening_says_which_round_and_why check (reopened_round is not null or reopen_reason is null);
