-- Calendars (工作日历) and limits (时限) are versions that people adopt. One number rises with every change of either:
-- an instance reads them again when it has changed, and a task knows by it with which of them its clocks were computed last.
insert into reference_version (subject, version) values ('time-rules', 0);

-- A version is whole and stays as it is: windows, seasons, holiday notices, dates of the city.
create table work_calendar (
    version integer not null,
    content jsonb not null,
    reason text not null,
    adopted_by text not null,
    -- The name at that time, for the screen; null for the system.
    adopted_name text,
    adopted_at timestamptz not null,
    -- The number of the rules since which it is in force.
    reckoning bigint not null,
    constraint calendar_version_is_given_once primary key (version),
    constraint calendar_version_counts_from_one check (version > 0)
);

-- Which table of limit_policy is in force since when. The rows of limit_policy that no adoption names are presets.
create table adopted_policy (
    version integer not null,
    policy text not null,
    policy_version integer not null,
    -- The preset that the table was taken from; null for one made by hand.
    preset text,
    reason text not null,
    adopted_by text not null,
    -- The name at that time, for the screen; null for the system.
    adopted_name text,
    adopted_at timestamptz not null,
    -- Whether the tasks that were open at that moment follow it as well.
    open_cases boolean not null,
    reckoning bigint not null,
    constraint adopted_policy_is_numbered_once primary key (version),
    constraint adopted_policy_counts_from_one check (version > 0),
    constraint policy_is_adopted_once unique (policy, policy_version)
);

create function adopted_rules_stay() returns trigger language plpgsql as $$
begin
    raise exception 'A version of % is neither changed nor deleted: adopt another', tg_table_name;
end
$$;
create trigger calendars_stay before update or delete on work_calendar
    for each row execute function adopted_rules_stay();
create trigger adopted_policies_stay before update or delete on adopted_policy
    for each row execute function adopted_rules_stay();

-- The due times that an adoption moves are computed anew in batches. The row is locked while a batch is, so one instance works at a time
-- and any goes on where another was killed.
create table recomputation (
    reckoning bigint not null,
    -- Real time, not the simulated one: it ends the wait for commands that began before the adoption.
    begun_at timestamptz not null default clock_timestamp(),
    examined bigint not null default 0,
    moved bigint not null default 0,
    -- When nothing was left behind for the first time.
    caught_up_at timestamptz,
    ended_at timestamptz,
    constraint recomputation_is_begun_once primary key (reckoning),
    constraint recomputation_ends_caught_up check (ended_at is null or caught_up_at is not null)
);

alter table assignment
    -- With which calendar each due time was computed: that one explains it, also when another is in force.
    add column sign_calendar integer not null default 1,
    add column contact_calendar integer not null default 1,
    add column reply_calendar integer not null default 1,
    -- The number of the rules by which all of them were looked at last.
    add column reckoning bigint not null default 0;
-- What is behind the rules in force, the oldest first.
create index open_assignments_by_reckoning on assignment (reckoning, assignment_id) where ended_at is null;
