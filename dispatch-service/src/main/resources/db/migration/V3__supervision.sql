-- Supervision (督办): what the centre does about a case that does not move, as dated facts beside the case.

-- Marks of a case, so that lists show and sort them without reading the records behind them.
alter table handled_case
    add column centre_urges integer not null default 0,
    add column last_centre_urge timestamptz,
    add column open_orders integer not null default 0,
    add column escalations integer not null default 0,
    -- Level of the highest tier that was asked to coordinate; 1 is the centre.
    add column escalated_to smallint,
    add constraint handled_case_urge_is_dated check ((centre_urges > 0) = (last_centre_urge is not null)),
    add constraint handled_case_counts_orders check (open_orders >= 0),
    add constraint handled_case_escalation_has_a_tier check ((escalations > 0) = (escalated_to is not null));
-- The red list (红色清单) pages through the open cases, oldest first; small, because cases leave it.
create index open_cases_by_age on handled_case (accepted_at, case_id)
    where status in ('PENDING_DISPATCH', 'DISPATCHED', 'HANDLING', 'PENDING_REVIEW', 'PENDING_CALLBACK', 'REHANDLING', 'ON_HOLD');
-- What is still open of one case: the clocks that a row of the red list shows.
create index open_assignments_of_a_case on assignment (case_id) where ended_at is null;

-- Limits and thresholds of supervision are data.
create table supervision_limit (
    name text not null,
    value text not null,
    constraint supervision_limit_is_said_once primary key (name)
);
insert into supervision_limit (name, value) values
    -- The centre's own limits: to dispatch what was accepted, to review what was answered.
    ('dispatch-within', '2wh'),
    ('review-within', '1wd'),
    -- A case is urged by the centre at most once in this time.
    ('urge-every', '4nh'),
    -- So many urges or rounds make a case a repeated one; so many failed rounds a failing one.
    ('repeated', '3'),
    ('failed-rounds', '2'),
    -- Time to rectify.
    ('order-notice', '3wd'),
    ('order-yellow-card', '2wd'),
    ('order-red-card', '1wd');

-- Papers of supervision are numbered by year without a gap: a number that was given out is found again.
create table paper_number (
    kind text not null,
    year integer not null,
    last integer not null,
    constraint one_counter_per_kind_and_year primary key (kind, year)
);

-- An urge of the centre (中心催办): written once and never changed.
create table centre_urge (
    case_id uuid not null,
    urge_no integer not null,
    form text not null,
    -- Of a written urge (催办通知书).
    paper_no text,
    -- The unit that had the case in hand; none while it lay with the centre.
    unit_id text,
    words text not null,
    urged_by text not null,
    urged_at timestamptz not null,
    constraint urge_is_numbered_once primary key (case_id, urge_no),
    constraint urge_is_about_a_known_case foreign key (case_id) references handled_case (case_id),
    constraint urge_form_is_known check (form in ('MESSAGE', 'WRITTEN')),
    constraint written_urge_has_a_number check ((form = 'WRITTEN') = (paper_no is not null)),
    constraint urge_paper_number_is_unique unique (paper_no)
);

-- A supervision order (督办单) to one unit. Changed only while the row of its case is locked.
create table supervision_order (
    order_id uuid not null,
    order_no text not null,
    case_id uuid not null,
    unit_id text not null,
    unit_path text collate "C" not null,
    level text not null,
    reason text not null,
    rule_id text,
    status text not null,
    demand text not null,
    due_rule text not null,
    opened_by text not null,
    opened_at timestamptz not null,
    due_at timestamptz not null,
    missed boolean not null,
    answers integer not null,
    answered_at timestamptz,
    closed_at timestamptz,
    version bigint not null,
    constraint order_id_is_unique primary key (order_id),
    constraint order_number_is_unique unique (order_no),
    constraint order_is_about_a_known_case foreign key (case_id) references handled_case (case_id),
    constraint order_level_is_known check (level in ('NOTICE', 'YELLOW_CARD', 'RED_CARD')),
    constraint order_status_is_known check (status in ('ISSUED', 'ANSWERED', 'SENT_BACK', 'CLOSED')),
    constraint order_waits_for_its_first_answer_only_unanswered check ((status = 'ISSUED') = (answers = 0)),
    constraint order_is_answered_iff_it_has_answers check ((answers > 0) = (answered_at is not null)),
    constraint order_is_closed_iff_dated check ((status = 'CLOSED') = (closed_at is not null))
) with (fillfactor = 80);
-- The same card is not shown twice for the same matter while the first is out.
create unique index one_open_order_per_case_unit_and_level on supervision_order (case_id, unit_id, level) where closed_at is null;
-- A unit's orders and those of the city, the one that is due first at the top.
create index orders_by_due on supervision_order (due_at, order_id);
create index orders_of_a_unit on supervision_order (unit_path, due_at, order_id);
create index orders_of_a_case on supervision_order (case_id, opened_at);
-- Cards per unit and period (黄牌、红牌数).
create index orders_by_age on supervision_order (opened_at, order_id);

-- What the unit reports about its rectification (整改反馈) and what the supervisor says to it.
create table supervision_answer (
    order_id uuid not null,
    answer_no integer not null,
    words text not null,
    answered_by text not null,
    answered_at timestamptz not null,
    accepted boolean,
    remark text,
    judged_by text,
    judged_at timestamptz,
    constraint rectification_is_numbered_once primary key (order_id, answer_no),
    constraint rectification_belongs_to_an_order foreign key (order_id) references supervision_order (order_id),
    constraint rectification_is_judged_iff_decided
        check ((accepted is not null) = (judged_by is not null and judged_at is not null)),
    constraint rectification_sent_back_with_a_remark check (accepted is distinct from false or remark is not null),
    constraint rectification_is_judged_by_someone_else check (judged_by <> answered_by)
);

-- What was said under supervision stays as it was said: the supervised unit can add, nobody can change or remove.
create function supervision_words_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'Records of supervision are not deleted';
    end if;
    if tg_table_name = 'centre_urge' then
        raise exception 'An urge is not changed';
    end if;
    if old.accepted is not null
        or (new.order_id, new.answer_no, new.words, new.answered_by, new.answered_at)
            is distinct from (old.order_id, old.answer_no, old.words, old.answered_by, old.answered_at) then
        raise exception 'A rectification report is not changed';
    end if;
    return new;
end
$$;
create trigger urges_stay before update or delete on centre_urge
    for each row execute function supervision_words_stay();
create trigger rectifications_stay before update or delete on supervision_answer
    for each row execute function supervision_words_stay();

-- Rules by which a case moves up a tier (升级规则). A rule is never changed: it ends and another begins.
create table escalation_rule (
    rule_id text not null,
    cause text not null,
    -- Null: every urgency.
    urgency text,
    -- Time after which the first tier is asked, such as 2wh or 3wd; for ROUNDS the number of rounds.
    threshold text not null,
    -- Time after which each further tier is asked; null: the rule asks one tier only.
    next_tier_after text,
    -- Opens a supervision order of that level with the first tier.
    order_level text,
    valid_from timestamptz not null,
    valid_to timestamptz,
    constraint escalation_rule_id_is_unique primary key (rule_id),
    constraint escalation_cause_is_known
        check (cause in ('UNSIGNED', 'NEAR_DUE', 'OVERDUE', 'ROUNDS', 'SILENT', 'UNDISPATCHED', 'UNREVIEWED')),
    constraint escalation_order_level_is_known check (order_level in ('NOTICE', 'YELLOW_CARD', 'RED_CARD')),
    constraint escalation_rule_ends_after_it_begins check (valid_to >= valid_from)
);
insert into escalation_rule (rule_id, cause, urgency, threshold, next_tier_after, order_level, valid_from) values
    ('E-UNSIGNED', 'UNSIGNED', null, '4wh', '4wh', null, '2026-01-01T00:00:00Z'),
    ('E-UNSIGNED-CRITICAL', 'UNSIGNED', 'CRITICAL', '30nm', '30nm', null, '2026-01-01T00:00:00Z'),
    ('E-NEAR-DUE', 'NEAR_DUE', null, '4wh', null, null, '2026-01-01T00:00:00Z'),
    ('E-OVERDUE', 'OVERDUE', null, '1wh', '1wd', 'NOTICE', '2026-01-01T00:00:00Z'),
    ('E-ROUNDS', 'ROUNDS', null, '3', null, 'YELLOW_CARD', '2026-01-01T00:00:00Z'),
    ('E-SILENT', 'SILENT', null, '3wd', '2wd', null, '2026-01-01T00:00:00Z'),
    ('E-UNDISPATCHED', 'UNDISPATCHED', null, '4wh', null, null, '2026-01-01T00:00:00Z'),
    ('E-UNDISPATCHED-CRITICAL', 'UNDISPATCHED', 'CRITICAL', '30nm', null, null, '2026-01-01T00:00:00Z'),
    ('E-UNREVIEWED', 'UNREVIEWED', null, '2wd', null, null, '2026-01-01T00:00:00Z');

-- What escalated, why, and what the rule saw; written once.
create table escalation (
    case_id uuid not null,
    escalation_no integer not null,
    rule_id text not null,
    cause text not null,
    round integer not null,
    from_unit_id text,
    to_unit_id text not null,
    to_level smallint not null,
    threshold text not null,
    since timestamptz,
    escalated_at timestamptz not null,
    constraint escalation_is_numbered_once primary key (case_id, escalation_no),
    constraint escalation_is_about_a_known_case foreign key (case_id) references handled_case (case_id),
    -- Whatever fires twice: a rule asks each tier once about each round.
    constraint one_escalation_per_rule_and_tier unique (case_id, round, rule_id, to_level)
);

insert into reference_version (subject, version) values ('supervision', 0);
