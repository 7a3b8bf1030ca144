-- What leaders do about the hotline: instructions (批示) that units answer, and hard cases that one of them owns to the end (包案).

-- Marks of a case, so that lists show them without reading the records behind them.
alter table handled_case
    add column open_instructions integer not null default 0,
    add column owned boolean not null default false,
    add constraint handled_case_counts_instructions check (open_instructions >= 0);

insert into supervision_limit (name, value) values
    -- Time to answer an instruction, unless the leader sets a day; the whole time again when it is sent back.
    ('instruction-answer', '5wd'),
    -- The owner of a case meets the people soon, and then again and again.
    ('owner-first-visit', '3wd'),
    ('owner-visit-every', '10wd');
update reference_version set version = version + 1 where subject = 'supervision';

-- Leaders who may own cases (领导名册): each says the own post, so that nobody has to type an account.
create table leader (
    user_ref text not null,
    unit_id text not null,
    unit_path text collate "C" not null,
    post text not null,
    since timestamptz not null,
    constraint leader_has_one_post primary key (user_ref)
);

-- A leader's instruction. Locked before its case: only it knows which case that is, and it may be about none yet.
create table instruction (
    instruction_id uuid not null,
    instruction_no text not null,
    case_id uuid,
    title text,
    words text not null,
    -- Of the sheet that a supervisor typed in.
    paper_no text,
    leader_post text not null,
    given_on date not null,
    on_paper boolean not null,
    given_by text not null,
    given_at timestamptz not null,
    due_at timestamptz not null,
    ended_at timestamptz,
    version bigint not null,
    constraint instruction_id_is_unique primary key (instruction_id),
    constraint instruction_number_is_unique unique (instruction_no),
    constraint instruction_is_about_a_known_case foreign key (case_id) references handled_case (case_id),
    constraint instruction_is_about_something check (case_id is not null or title is not null),
    constraint instruction_has_words check (words <> '')
);
create index instructions_of_a_case on instruction (case_id, given_at) where case_id is not null;

-- One unit's part in an instruction: it answers (主送), or it only reads (阅知). Changed only while the instruction is locked.
create table instructed_unit (
    receipt_id uuid not null,
    instruction_id uuid not null,
    unit_id text not null,
    unit_path text collate "C" not null,
    duty text not null,
    status text not null,
    due_at timestamptz not null,
    missed boolean not null,
    read_at timestamptz,
    read_by text,
    answers integer not null,
    answered_at timestamptz,
    answered_by text,
    done_at timestamptz,
    version bigint not null,
    constraint receipt_id_is_unique primary key (receipt_id),
    constraint unit_is_instructed_once unique (instruction_id, unit_id),
    constraint receipt_belongs_to_an_instruction foreign key (instruction_id) references instruction (instruction_id),
    constraint receipt_duty_is_known check (duty in ('ANSWER', 'READ')),
    constraint receipt_status_is_known
        check (status in ('TO_READ', 'TO_ANSWER', 'ANSWERED', 'SENT_BACK', 'ACCEPTED', 'NOTED')),
    constraint reader_only_reads check (duty = 'ANSWER' or status in ('TO_READ', 'NOTED')),
    constraint answering_unit_does_more_than_read check (duty = 'READ' or status <> 'NOTED'),
    constraint receipt_is_read_iff_dated check ((status = 'TO_READ') = (read_at is null) and (read_at is null) = (read_by is null)),
    constraint receipt_has_answers_iff_answered
        check ((status in ('ANSWERED', 'SENT_BACK', 'ACCEPTED')) = (answers > 0) and (answers > 0) = (answered_at is not null)
            and (answered_at is null) = (answered_by is null)),
    constraint receipt_is_done_iff_dated check ((status in ('ACCEPTED', 'NOTED')) = (done_at is not null))
) with (fillfactor = 80);
-- A unit's instructions and those of the city, the one that is due first at the top.
create index instructed_units_by_due on instructed_unit (due_at, receipt_id);
create index instructions_of_a_unit on instructed_unit (unit_path, due_at, receipt_id);

-- What a unit reports about an instruction (批示反馈) and what was said to it.
create table instruction_feedback (
    receipt_id uuid not null,
    answer_no integer not null,
    words text not null,
    answered_by text not null,
    answered_at timestamptz not null,
    accepted boolean,
    remark text,
    judged_by text,
    judged_at timestamptz,
    constraint feedback_is_numbered_once primary key (receipt_id, answer_no),
    constraint feedback_belongs_to_an_instructed_unit foreign key (receipt_id) references instructed_unit (receipt_id),
    constraint feedback_is_judged_iff_decided
        check ((accepted is not null) = (judged_by is not null and judged_at is not null)),
    constraint feedback_sent_back_with_a_remark check (accepted is distinct from false or remark is not null),
    constraint feedback_is_judged_by_someone_else check (judged_by <> answered_by)
);

-- A case that a leader owns. Changed only while the row of its case is locked.
create table case_ownership (
    ownership_id uuid not null,
    case_id uuid not null,
    reason text not null,
    status text not null,
    owner_ref text not null,
    owner_unit_id text not null,
    owner_unit_path text collate "C" not null,
    owner_post text not null,
    -- To whom the owner asks to hand it over.
    proposed_ref text,
    proposed_unit_id text,
    proposed_unit_path text collate "C",
    proposed_post text,
    asked_by text,
    records integer not null,
    visits integer not null,
    visit_due timestamptz not null,
    assigned_by text not null,
    assigned_at timestamptz not null,
    signed_off_at timestamptz,
    answered_at timestamptz,
    released_at timestamptz,
    version bigint not null,
    constraint ownership_id_is_unique primary key (ownership_id),
    constraint ownership_is_of_a_known_case foreign key (case_id) references handled_case (case_id),
    constraint ownership_reason_is_known check (reason in ('MASS', 'LEGACY', 'HARD')),
    constraint ownership_status_is_known check (status in ('OWNED', 'HANDOVER_ASKED', 'SIGNED_OFF', 'RELEASED')),
    constraint handover_is_asked_iff_somebody_is_proposed
        check ((status = 'HANDOVER_ASKED') = (proposed_ref is not null)
            and (proposed_ref is null) = (asked_by is null)
            and (proposed_ref is null) = (proposed_unit_id is null)
            and (proposed_ref is null) = (proposed_unit_path is null)
            and (proposed_ref is null) = (proposed_post is null)),
    constraint ownership_is_signed_off_iff_dated check ((status in ('SIGNED_OFF', 'RELEASED')) = (signed_off_at is not null)),
    -- To the end (一包到底): the owner's signature and the citizen's answer, in whichever order.
    constraint ownership_ends_iff_signed_off_and_answered
        check ((status = 'RELEASED') = (signed_off_at is not null and answered_at is not null)
            and (status = 'RELEASED') = (released_at is not null))
);
-- However many assign one at the same moment.
create unique index one_owner_of_a_case on case_ownership (case_id) where released_at is null;
create index ownerships_of_a_case on case_ownership (case_id, assigned_at);
create index owned_cases_by_due on case_ownership (visit_due, ownership_id) where released_at is null;
create index cases_of_an_owner on case_ownership (owner_ref, visit_due, ownership_id);

-- Everything that was said and done about an owned case: plans, visits, handovers, signatures. Added, never changed.
create table ownership_record (
    ownership_id uuid not null,
    record_no integer not null,
    kind text not null,
    words text,
    visited_on date,
    place text,
    -- Roles of those who were met, separated by commas.
    met text,
    -- Who owns it from then on, or is proposed to.
    leader_unit_id text,
    leader_post text,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint ownership_record_is_numbered_once primary key (ownership_id, record_no),
    constraint record_belongs_to_an_ownership foreign key (ownership_id) references case_ownership (ownership_id),
    constraint ownership_record_kind_is_known
        check (kind in ('ASSIGNED', 'PLAN_CHANGED', 'VISITED', 'HANDOVER_ASKED', 'HANDOVER_APPROVED', 'HANDOVER_REFUSED',
            'SIGNED_OFF', 'RESUMED', 'CITIZEN_ANSWERED', 'RELEASED')),
    constraint visit_says_when_where_and_who
        check ((kind = 'VISITED') = (visited_on is not null and place is not null and met is not null)),
    constraint what_people_do_is_put_in_words
        check (kind in ('RESUMED', 'CITIZEN_ANSWERED', 'RELEASED') or words is not null)
);

-- What leaders said, and what was said to them, stays as it was said.
create function leaders_words_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'Records of leaders are not deleted';
    end if;
    if tg_table_name = 'ownership_record' then
        raise exception 'A record of an owned case is not changed';
    elsif tg_table_name = 'instruction' then
        if (old.case_id is not null and new.case_id is distinct from old.case_id)
            or (new.instruction_no, new.title, new.words, new.paper_no, new.leader_post, new.given_on, new.on_paper,
                    new.given_by, new.given_at, new.due_at)
                is distinct from (old.instruction_no, old.title, old.words, old.paper_no, old.leader_post, old.given_on,
                    old.on_paper, old.given_by, old.given_at, old.due_at) then
            raise exception 'An instruction is not changed';
        end if;
    elsif old.accepted is not null
        or (new.receipt_id, new.answer_no, new.words, new.answered_by, new.answered_at)
            is distinct from (old.receipt_id, old.answer_no, old.words, old.answered_by, old.answered_at) then
        raise exception 'A feedback is not changed';
    end if;
    return new;
end
$$;
create trigger instructions_stay before update or delete on instruction
    for each row execute function leaders_words_stay();
create trigger feedback_stays before update or delete on instruction_feedback
    for each row execute function leaders_words_stay();
create trigger ownership_records_stay before update or delete on ownership_record
    for each row execute function leaders_words_stay();
