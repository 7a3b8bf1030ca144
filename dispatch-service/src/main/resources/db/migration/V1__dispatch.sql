-- Organisation (机构), places (区划) and categories (诉求分类): this service owns them and says every change on the directory topic.
create table unit (
    code text collate "C" not null,
    parent_code text collate "C",
    -- Slash path from the centre: rights and lists of a unit cover its subtree.
    path text collate "C" not null,
    name_zh text not null,
    name_en text not null,
    level smallint not null,
    place_code text collate "C",
    active boolean not null default true,
    constraint unit_code_is_unique primary key (code),
    constraint unit_path_is_unique unique (path),
    constraint unit_belongs_to_a_known_unit foreign key (parent_code) references unit (code),
    constraint unit_path_ends_with_its_code check (path = '/' || code or path like '%/' || code)
);
-- The directory page opens one level at a time.
create index unit_by_parent on unit (parent_code, code);

create table place (
    code text collate "C" not null,
    parent_code text collate "C",
    path text collate "C" not null,
    name text not null,
    level text not null,
    active boolean not null default true,
    constraint place_code_is_unique primary key (code),
    constraint place_level_is_known check (level in ('city', 'district', 'street', 'community'))
);
create index place_by_parent on place (parent_code, code);

create table category (
    code text collate "C" not null,
    parent_code text collate "C",
    path text collate "C" not null,
    name_zh text not null,
    name_en text not null,
    level smallint not null,
    active boolean not null default true,
    constraint category_code_is_unique primary key (code),
    constraint category_has_three_levels check (level between 1 and 3 and length(code) = 2 * level)
);

-- Reference data is held in memory by every instance; a changed number tells it to read again.
create table reference_version (
    subject text not null,
    version bigint not null,
    constraint reference_has_one_version primary key (subject)
);
insert into reference_version (subject, version) values ('directory', 0), ('catalogue', 0);

-- Routing catalogue (派单目录): which unit handles which category at which place. A rule is never changed: it ends and another begins.
create table routing_rule (
    rule_id text not null,
    -- A category or any prefix of one; empty for every category.
    category_prefix text collate "C" not null,
    place_prefix text collate "C" not null,
    -- A unit, or street-of-place / district-of-place: the desk of the place where it happened.
    target text not null,
    automatic boolean not null,
    valid_from timestamptz not null,
    valid_to timestamptz,
    created_by text not null,
    catalogue_version bigint not null,
    constraint routing_rule_id_is_unique primary key (rule_id),
    constraint routing_rule_ends_after_it_begins check (valid_to >= valid_from)
);
-- Two rules in force for the same category and place would leave the choice to chance.
create unique index one_rule_in_force_per_category_and_place on routing_rule (category_prefix, place_prefix) where valid_to is null;
create sequence routing_rule_number start with 1001;

-- Limits (时限) are data. A row without kind holds for every kind of that urgency.
create table limit_policy (
    policy text not null,
    version integer not null,
    kind text,
    urgency text not null,
    clock text not null,
    duration text not null,
    start_rule text not null,
    end_rule text not null,
    constraint limit_clock_is_known check (clock in ('SIGN', 'CONTACT', 'REPLY', 'REHANDLE')),
    constraint limit_is_said_once unique nulls not distinct (policy, version, kind, urgency, clock)
);

-- What this service knows of a case: enough to route it, to time it and to show it. Every act locks this row first.
create table handled_case (
    case_id uuid not null,
    case_no text not null,
    status text not null,
    kind text not null,
    urgency text not null,
    category_code text not null,
    place_code text not null,
    place_path text not null,
    received_at timestamptz not null,
    confidential boolean not null,
    -- The event of acceptance causes the automatic dispatch, which may have to wait for the case file.
    accepted_event uuid,
    accepted_at timestamptz,
    offered_to_catalogue boolean not null,
    round integer not null,
    lead_unit_id text,
    -- Co-handlers of this round that still work: the lead's reply waits for them.
    open_co_units integer not null,
    urge_count integer not null,
    -- Of the facts that this service has said about the case; gap-free because the row is locked meanwhile.
    sequence bigint not null,
    version bigint not null,
    constraint handled_case_is_known_once primary key (case_id),
    constraint handled_case_waits_for_dispatch_only_when_accepted
        check (status <> 'PENDING_DISPATCH' or (accepted_at is not null and accepted_event is not null)),
    constraint handled_case_in_hand_has_a_lead
        check (status not in ('DISPATCHED', 'HANDLING', 'PENDING_REVIEW', 'PENDING_CALLBACK', 'REHANDLING') or lead_unit_id is not null),
    constraint handled_case_counts_co_units check (open_co_units >= 0)
) with (fillfactor = 80);
-- The dispatcher's queue, longest waiting first; small, because cases leave it.
create index cases_waiting_for_dispatch on handled_case (accepted_at, case_id) where status = 'PENDING_DISPATCH';
-- People search by the printed number or its beginning, with or without its dashes.
create index cases_by_number on handled_case (replace(case_no, '-', '') text_pattern_ops);

-- The text of a case as the restricted topic brings it; it may come before or after the case itself.
create table case_file (
    case_id uuid not null,
    version bigint not null,
    title text not null,
    content text not null,
    demand text,
    address text,
    confidential boolean not null,
    respondent_unit_id text,
    supplements jsonb not null,
    updated_at timestamptz not null,
    constraint case_file_newest_only primary key (case_id)
);

-- Which unit was chosen for a round, by whom or by which rule, and why (派单依据).
create table dispatch_decision (
    case_id uuid not null,
    round integer not null,
    lead_unit_id text not null,
    co_unit_ids text[] not null,
    automatic boolean not null,
    rule_id text,
    catalogue_version text not null,
    explanation jsonb not null,
    reason text,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint one_decision_per_round primary key (case_id, round),
    constraint decision_is_about_a_known_case foreign key (case_id) references handled_case (case_id)
);

-- One unit's task in one round (承办任务). Changed only while the row of its case is locked.
create table assignment (
    assignment_id uuid not null,
    case_id uuid not null,
    round integer not null,
    role text not null,
    unit_id text not null,
    unit_path text collate "C" not null,
    status text not null,
    created_at timestamptz not null,
    -- The inputs of every clock: a due time is computed anew from them, never patched.
    policy_version text not null,
    sign_rule text not null,
    contact_rule text,
    reply_rule text not null,
    reply_pauses timestamptz[] not null,
    sign_due timestamptz not null,
    contact_due timestamptz,
    reply_due timestamptz not null,
    -- The earliest running clock, or the reply's while it is under review: the inbox is sorted by it.
    next_due timestamptz not null,
    sign_missed boolean not null,
    contact_missed boolean not null,
    reply_missed boolean not null,
    signed_at timestamptz,
    signed_by text,
    contacted_at timestamptz,
    attempts integer not null,
    replies integer not null,
    replied_at timestamptz,
    claimed_solved boolean,
    handler_ref text,
    reviewer_ref text,
    ended_at timestamptz,
    version bigint not null,
    constraint assignment_id_is_unique primary key (assignment_id),
    constraint assignment_is_about_a_known_case foreign key (case_id) references handled_case (case_id),
    constraint unit_gets_a_case_once_a_round unique (case_id, round, unit_id),
    constraint assignment_waits_for_signature_only_unsigned check (status <> 'PENDING_SIGN' or signed_at is null),
    constraint assignment_in_hand_is_signed
        check (status in ('PENDING_SIGN', 'CANCELLED', 'RETURNED', 'RECALLED') or (signed_at is not null and signed_by is not null)),
    constraint assignment_is_contacted_iff_attempted check ((contacted_at is not null) = (attempts > 0)),
    constraint assignment_replied_after_contact
        check (status not in ('CONTACTED', 'REPLY_SUBMITTED', 'REPLY_REJECTED', 'DONE') or contacted_at is not null),
    constraint assignment_under_review_has_a_reply
        check (status not in ('REPLY_SUBMITTED', 'REPLY_REJECTED', 'DONE') or (replies > 0 and replied_at is not null and handler_ref is not null)),
    constraint assignment_ended_iff_it_is_over check ((status in ('DONE', 'RETURNED', 'RECALLED', 'CANCELLED')) = (ended_at is not null)),
    constraint assignment_done_by_someone_else check (status <> 'DONE' or (reviewer_ref is not null and reviewer_ref <> handler_ref)),
    constraint assignment_pauses_are_pairs check (cardinality(reply_pauses) % 2 = 0)
) with (fillfactor = 80);
-- Exactly one lead a round.
create unique index one_lead_per_round on assignment (case_id, round) where role = 'LEAD';
-- A unit's inbox: its open tasks by tab, the most pressing first. Partial, so that millions of finished ones do not weigh on it.
create index open_assignments_of_a_unit on assignment (unit_path, status, next_due, assignment_id) where ended_at is null;
-- The same for people who see the whole city, and the queue of replies under review.
create index open_assignments_of_the_city on assignment (status, next_due, assignment_id) where ended_at is null;
-- Finished tasks and the whole ledger of a unit, newest first: the identifier carries the time.
create index assignments_of_a_unit_by_age on assignment (unit_path, assignment_id desc);

-- How many tasks have ended, per unit: the exact count of a tab with millions of rows behind it, without reading them.
create table ended_tally (
    unit_path text collate "C" not null,
    ended bigint not null,
    constraint one_tally_per_unit primary key (unit_path)
) with (fillfactor = 50);

-- Every attempt to reach the citizen (先行联系), for ever.
create table contact_attempt (
    assignment_id uuid not null,
    attempt_no integer not null,
    result text not null,
    channel text not null,
    note text,
    attempted_by text not null,
    attempted_at timestamptz not null,
    constraint attempt_is_numbered_once primary key (assignment_id, attempt_no),
    constraint attempt_belongs_to_an_assignment foreign key (assignment_id) references assignment (assignment_id)
);

-- Every reply (答复) with its review (审核).
create table reply (
    assignment_id uuid not null,
    reply_no integer not null,
    handling_text text not null,
    public_reply text not null,
    claimed_solved boolean not null,
    submitted_by text not null,
    submitted_at timestamptz not null,
    decision text,
    rejection text,
    review_comment text,
    reviewed_by text,
    reviewed_at timestamptz,
    constraint reply_is_numbered_once primary key (assignment_id, reply_no),
    constraint reply_belongs_to_an_assignment foreign key (assignment_id) references assignment (assignment_id),
    constraint reply_decision_is_known check (decision in ('PASS', 'REJECT')),
    constraint reply_is_reviewed_iff_decided check ((decision is not null) = (reviewed_by is not null and reviewed_at is not null)),
    constraint reply_rejected_with_a_reason check ((decision = 'REJECT') is not distinct from (rejection is not null) or decision is null)
);

-- Facts of other services that came after the matter was decided: kept, without effect (late facts).
create table late_fact (
    event_id uuid not null,
    case_id uuid not null,
    type text not null,
    happened_at timestamptz not null,
    case_status text not null,
    constraint late_fact_is_kept_once primary key (event_id)
);
create index late_facts_of_a_case on late_fact (case_id);

-- What reconciliation compares across the services.
create view case_state as
select case_id, case_no, status from handled_case;
