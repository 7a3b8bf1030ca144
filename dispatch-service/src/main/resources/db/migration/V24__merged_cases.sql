-- A request that is handled together with another one (并单): which, and since when; and when that one's reply answered it.
-- A main case remembers that others were merged into it, and by which of their limits its next units have to hurry.
alter table handled_case
    add column main_case_id uuid,
    add column merged_at timestamptz,
    add column answered_with_main_at timestamptz,
    add column has_merged boolean not null default false,
    add column lent_kind text,
    add column lent_urgency text,
    add constraint merged_case_follows_another_one check (status <> 'MERGED' or (main_case_id is not null and merged_at is not null)),
    add constraint case_is_not_its_own_main check (main_case_id <> case_id),
    add constraint lent_limits_are_whole check ((lent_kind is null) = (lent_urgency is null));
-- Those that follow a main case, first merged first; few, because cases leave it.
create index cases_that_follow on handled_case (main_case_id, merged_at, case_id) where status = 'MERGED';

-- An open task may have to be answered by the earlier due time of a merged case: the clock that was lent to it, and since
-- when. Pauses and extensions of before that are none of the lent clock's.
alter table assignment
    add column lent_rule text,
    add column lent_start timestamptz,
    add column lent_since timestamptz,
    add constraint lent_clock_is_whole check ((lent_rule is null) = (lent_start is null) and (lent_rule is null) = (lent_since is null));

-- Each merging, who decided it and why, and how it ended: the words stay here, no event has them.
create table merging (
    case_id uuid not null,
    merging_no integer not null,
    main_case_id uuid not null,
    reason text not null,
    note text,
    merged_by text not null,
    merged_at timestamptz not null,
    ended_at timestamptz,
    ended_by text,
    unmerge_reason text,
    unmerge_note text,
    -- The task of the main case whose reply answered it too, and which of its replies.
    answer_task uuid,
    answer_no integer,
    constraint mergings_of_a_case_are_numbered primary key (case_id, merging_no),
    constraint merging_is_of_a_known_case foreign key (case_id) references handled_case (case_id),
    constraint merging_is_into_a_known_case foreign key (main_case_id) references handled_case (case_id),
    -- Neither a reason nor an answer: the merged case itself ended, as one that was withdrawn.
    constraint merging_has_its_outcome_when_it_ends
        check ((ended_at is null) = (ended_by is null) and (ended_at is not null or (unmerge_reason is null and answer_task is null))),
    constraint merging_answer_is_a_reply foreign key (answer_task, answer_no) references reply (assignment_id, reply_no)
);
create unique index one_merging_of_a_case_at_a_time on merging (case_id) where ended_at is null;
create index mergings_into_a_case on merging (main_case_id, merged_at);
