-- Requests that were registered after their true time (补登): on paper while the system was away, or open in the system before this one, with
-- what that had promised and who had it there. None was before this version.
alter table handled_case
    add column entered_as text,
    add column external_source text,
    add column external_ref text,
    add column original_due timestamptz,
    -- Where holds and extensions under a task that ended without a reply have moved that to.
    add column moved_due timestamptz,
    add column former_unit_id text,
    add column former_extensions integer not null default 0,
    -- When it came to the dispatchers here: it was accepted in the system before this one.
    add column came_at timestamptz,
    -- False and not unknown of what was registered as it came in.
    add constraint only_an_old_system_promised
        check (coalesce(entered_as, '') = 'OLD_SYSTEM'
            or (original_due is null and former_unit_id is null and former_extensions = 0 and moved_due is null and came_at is null));

-- It is found by the number that it had there.
create index cases_by_external_number on handled_case (external_ref) where external_ref is not null;

alter table assignment
    -- The clock of the reply ends when the system before this one had promised: neither other limits nor another calendar move it, and a
    -- correction only to an earlier moment.
    add column promised_rule text,
    -- Extensions that were used up there count as used.
    add column former_extensions integer not null default 0,
    add constraint promised_reply_counts_from_the_receipt check (promised_rule is null or reply_start is not null);
