-- A closed case that was reopened: the round that began then, and why. Null while it never was.
alter table handled_case
    add column reopened_round integer,
    add column reopen_reason text,
    add constraint reopening_says_which_round_and_why check ((reopened_round is null) = (reopen_reason is null));
