-- Where a unit's rule asks for it, a reply and a request to give the case back wait for the signature of the unit's leader (分管领导签发).
alter table assignment
    -- Drafts so far: the one that waits is the last.
    add column drafts integer not null default 0,
    -- What waits, and since when; null when nothing does. A draft that nobody decided about and that does not wait has lapsed.
    add column draft_act text,
    add column draft_written_at timestamptz,
    -- Who signed what was submitted last; null when that needed no signature. Whoever judges it is somebody else.
    add column endorser_ref text,
    add constraint draft_waits_since_it_was_written check ((draft_act is null) = (draft_written_at is null)) not valid;

-- A draft waits no longer than the unit could do the act itself. An instance of before these columns moves a task without a look at them.
create function draft_waits_while_possible() returns trigger language plpgsql as $$
begin
    if (new.draft_act = 'RETURN' and new.status not in ('PENDING_SIGN', 'SIGNED', 'CONTACTED'))
        or (new.draft_act = 'REPLY' and new.status not in ('CONTACTED', 'HANDLING', 'REPLY_REJECTED', 'IN_DISPUTE')) then
        new.draft_act := null;
        new.draft_written_at := null;
    end if;
    return new;
end
$$;
create trigger draft_waits_while_possible before update on assignment
    for each row when (new.draft_act is not null) execute function draft_waits_while_possible();

-- What was written for the leader to sign, and what became of it. The words stay here: no event has them.
create table endorsement_draft (
    assignment_id uuid not null,
    draft_no integer not null,
    act text not null,
    handling_text text,
    public_reply text,
    claimed_solved boolean,
    return_reason text,
    legal_basis text,
    suggested_unit_id text,
    written_by text not null,
    written_at timestamptz not null,
    -- Null while it waits, and when the task moved on before anybody decided.
    outcome text,
    remark text,
    decided_by text,
    decided_at timestamptz,
    constraint draft_is_numbered_once primary key (assignment_id, draft_no),
    constraint draft_belongs_to_an_assignment foreign key (assignment_id) references assignment (assignment_id),
    constraint draft_is_a_reply_or_a_return check (
        (act = 'REPLY' and handling_text is not null and public_reply is not null and claimed_solved is not null and return_reason is null)
        or (act = 'RETURN' and return_reason is not null and legal_basis is not null and handling_text is null)),
    constraint draft_is_decided_at_a_time check ((outcome is null) = (decided_at is null)),
    constraint draft_is_sent_back_with_a_remark check (outcome is distinct from 'REFUSED' or remark is not null),
    constraint draft_is_signed_by_someone_else
        check (outcome is distinct from 'SIGNED' or (decided_by is not null and decided_by <> written_by)),
    constraint draft_has_one_of_these_ends check (outcome in ('SIGNED', 'REFUSED', 'TAKEN_BACK', 'WINDOW_PASSED'))
);

-- What was written and decided stays as it was.
create function drafts_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.outcome is not null
        or (new.act, new.handling_text, new.public_reply, new.claimed_solved, new.return_reason, new.legal_basis, new.suggested_unit_id, new.written_by, new.written_at)
            is distinct from (old.act, old.handling_text, old.public_reply, old.claimed_solved, old.return_reason, old.legal_basis, old.suggested_unit_id, old.written_by, old.written_at) then
        raise exception 'A draft is neither changed nor removed';
    end if;
    return new;
end
$$;
create trigger drafts_stay before update or delete on endorsement_draft
    for each row execute function drafts_stay();

-- Which units need their leader's signature for what (签发规则). A unit has what it says itself, else what the nearest unit above says; nothing means not needed.
create table endorsement_rule (
    rule_no bigint not null,
    unit_id text not null,
    act text not null,
    -- Null for every kind and every urgency.
    kind text,
    urgency text,
    need text not null,
    valid_from timestamptz not null,
    set_by text not null,
    set_at timestamptz not null,
    constraint endorsement_rule_is_numbered_once primary key (rule_no),
    constraint endorsement_rule_is_about_an_act check (act in ('REPLY', 'RETURN')),
    constraint endorsement_rule_says_what_is_needed check (need in ('REQUIRED', 'NOT_REQUIRED', 'INHERITED')),
    constraint endorsement_rule_is_not_set_for_the_past check (valid_from >= set_at)
);
insert into reference_version (subject, version) values ('endorsement', 0);

create function endorsement_rules_stay() returns trigger language plpgsql as $$
begin
    raise exception 'A rule of signatures is replaced by the next one, not changed';
end
$$;
create trigger endorsement_rules_stay before update or delete on endorsement_rule
    for each row execute function endorsement_rules_stay();
