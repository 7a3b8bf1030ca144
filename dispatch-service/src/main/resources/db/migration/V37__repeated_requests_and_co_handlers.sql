-- The pseudonym of who called, as the registration says it, to find what one citizen asks for again and again. Null of the anonymous, of whoever
-- left no number, and of every case that was registered before this version: no event but the registration says it.
--
-- Only what takes a moment; the indexes are built by V43. The locks in the order of the services, all at once.
set local lock_timeout = '5s';
lock table handled_case, assignment in access exclusive mode;
lock table case_file in share row exclusive mode;

alter table handled_case add column caller_ref text;

-- When the text of a case is erased, whose it was is forgotten with it, by an instance of before as well; and not learned where the erasure
-- was heard first.
create function forget_the_caller() returns trigger language plpgsql as $$
begin
    update handled_case set caller_ref = null where case_id = new.case_id and caller_ref is not null;
    return null;
end
$$;
create trigger an_erased_text_forgets_its_caller after insert or update of erased on case_file
    for each row when (new.erased) execute function forget_the_caller();
create function erased_has_no_caller() returns trigger language plpgsql as $$
begin
    if exists (select 1 from case_file where case_id = new.case_id and erased) then
        new.caller_ref := null;
    end if;
    return new;
end
$$;
create trigger an_erased_case_has_no_caller before insert on handled_case
    for each row when (new.caller_ref is not null) execute function erased_has_no_caller();

insert into supervision_limit (name, value) values
    -- Cases of one caller in one category of the second level, or of one place in one category of the last, are repeated from so many on; they
    -- came in at most so many days before or after each other.
    ('repeated-of-caller', '3'),
    ('repeated-at-place', '3'),
    ('repeats-within-days', '90');

-- The lead unit urges a co-handler (主办催协办), who reads it on its task: written once and never changed, once on a day of the city however many
-- press the button.
create table co_handler_urge (
    assignment_id uuid not null,
    urged_on date not null,
    lead_assignment_id uuid not null,
    lead_unit_id text not null,
    words text not null,
    urged_by text not null,
    urged_at timestamptz not null,
    constraint co_handler_is_urged_once_a_day primary key (assignment_id, urged_on),
    constraint co_handler_that_is_urged_has_a_task foreign key (assignment_id) references assignment (assignment_id),
    constraint urging_lead_has_a_task foreign key (lead_assignment_id) references assignment (assignment_id)
);
-- How often, with the task: the inbox lists and counts by what a task has itself. An instance of before neither reads nor writes it.
alter table assignment add column co_urges int not null default 0;
create function urge_counts_with_its_task() returns trigger language plpgsql as $$
begin
    update assignment set co_urges = co_urges + 1 where assignment_id = new.assignment_id;
    return null;
end
$$;
create trigger urge_counts_with_its_task after insert on co_handler_urge
    for each row execute function urge_counts_with_its_task();
create function urges_stay() returns trigger language plpgsql as $$
begin
    raise exception 'An urge is neither changed nor deleted';
end
$$;
create trigger co_handler_urges_stay before update or delete on co_handler_urge
    for each row execute function urges_stay();
