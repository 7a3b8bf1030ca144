-- What a unit may ask for is data as well: its return window (退单), its extensions (延期), how long a hold (挂起) may last.
alter table limit_policy
    -- How often: returns of one case before the dispatcher designates a unit, extensions of one assignment. Null: any number.
    add column times integer,
    add constraint limit_is_used_a_positive_number_of_times check (times > 0),
    drop constraint limit_clock_is_known,
    add constraint limit_clock_is_known
        check (clock in ('SIGN', 'CONTACT', 'REPLY', 'REHANDLE', 'RETURN', 'EXTENSION', 'HOLD'));

alter table handled_case
    -- A case that is given back or taken back is dispatched again in the same round: only the citizen's rating begins a new one.
    add column dispatch_no integer not null default 1,
    add column return_count integer not null default 0,
    -- The unit that gave the case back last, and the one that it proposed instead: what the dispatcher decides upon.
    add column returned_unit_id text,
    add column proposed_unit_id text;

alter table dispatch_decision
    add column dispatch_no integer not null default 1,
    drop constraint one_decision_per_round,
    add constraint one_decision_per_dispatch primary key (case_id, round, dispatch_no);

alter table assignment
    add column dispatch_no integer not null default 1,
    -- More inputs of the clock of the reply: each extension with the moment of its approval, and why each pause was one.
    -- A pause without a reason is one under review.
    add column reply_extensions text[] not null default '{}',
    add column reply_pause_reasons text[] not null default '{}',
    -- How often a clock began to run anew: the timer of the time before knows by it that it has been replaced.
    add column clock_changes integer not null default 0,
    add column requests integer not null default 0,
    add column open_request text,
    -- Where the unit stood when it asked for a return: there it goes on when the centre refuses.
    add column stood_at text,
    -- Why the centre took it back, in its words as well.
    add column recall_reason text,
    add column recall_note text,
    add constraint assignment_is_recalled_with_a_reason check ((status = 'RECALLED') = (recall_reason is not null)),
    add constraint assignment_asks_for_something_known check (open_request in ('RETURN', 'EXTENSION', 'HOLD')),
    add constraint assignment_knows_where_it_stood_iff_a_return_is_asked_for
        check ((status = 'RETURN_REQUESTED') = (stood_at is not null)),
    add constraint assignment_that_waits_for_a_return_asks_for_it
        check (status <> 'RETURN_REQUESTED' or open_request is not distinct from 'RETURN'),
    add constraint assignment_over_or_held_asks_for_nothing
        check (open_request is null or status not in ('DONE', 'RETURNED', 'RECALLED', 'CANCELLED', 'HELD', 'REPLY_SUBMITTED')),
    drop constraint assignment_in_hand_is_signed,
    add constraint assignment_in_hand_is_signed
        check (status in ('PENDING_SIGN', 'RETURN_REQUESTED', 'CANCELLED', 'RETURNED', 'RECALLED')
            or (signed_at is not null and signed_by is not null)),
    drop constraint assignment_replied_after_contact,
    add constraint assignment_replied_after_contact
        check (status not in ('CONTACTED', 'HANDLING', 'HELD', 'REPLY_SUBMITTED', 'REPLY_REJECTED', 'DONE') or contacted_at is not null),
    drop constraint unit_gets_a_case_once_a_round;

-- All tasks of a case: what the unique key served until now.
create index assignments_of_a_case on assignment (case_id, round);
-- One task at a time: a unit that gave a case back, or finished a part of it, may get it again in the same round.
create unique index unit_has_one_open_task_of_a_case on assignment (case_id, round, unit_id) where ended_at is null;
-- Exactly one lead a round, beside those that gave it back.
drop index one_lead_per_round;
create unique index one_lead_per_round on assignment (case_id, round)
    where role = 'LEAD' and status not in ('RETURNED', 'RECALLED');

-- What units asked the centre for (申请) and how it decided. The words stay here; the events carry codes and times.
create table unit_request (
    assignment_id uuid not null,
    request_no integer not null,
    kind text not null,
    state text not null,
    reason text not null,
    -- Legal basis, grounds or evidence, as the unit wrote it.
    basis text not null,
    suggested_unit_id text,
    work_days integer,
    resume_at timestamptz,
    requested_by text not null,
    requested_at timestamptz not null,
    refusal text,
    comment text,
    decided_by text,
    decided_at timestamptz,
    constraint request_is_numbered_once primary key (assignment_id, request_no),
    constraint request_belongs_to_an_assignment foreign key (assignment_id) references assignment (assignment_id),
    constraint request_kind_is_known check (kind in ('RETURN', 'EXTENSION', 'HOLD')),
    constraint request_state_is_known check (state in ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    constraint request_for_days_iff_an_extension check ((kind = 'EXTENSION') = (work_days is not null)),
    constraint request_until_a_day_iff_a_hold check ((kind = 'HOLD') = (resume_at is not null)),
    constraint request_is_open_iff_nothing_ended_it check ((state = 'OPEN') = (decided_at is null)),
    constraint request_is_decided_by_somebody check ((state in ('GRANTED', 'REFUSED')) = (decided_by is not null)),
    constraint request_is_refused_with_a_reason check ((state = 'REFUSED') = (refusal is not null)),
    constraint request_is_decided_by_somebody_else check (decided_by <> requested_by)
);
-- The centre decides about one thing at a time.
create unique index one_open_request_per_assignment on unit_request (assignment_id) where state = 'OPEN';
-- The dispatcher's queue, longest waiting first; small, because requests leave it.
create index requests_that_wait on unit_request (requested_at, assignment_id) where state = 'OPEN';
