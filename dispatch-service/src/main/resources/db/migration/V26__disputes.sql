-- Whose duty a case is, when units ask again and again to give it back (会商), and what the centre rules (裁定).
alter table handled_case
    -- How often a lead unit asked to give it back, however that was decided.
    add column returns_asked integer not null default 0,
    add column disputes integer not null default 0,
    -- The newest ruling, and whom it binds: none of them may give the case back.
    add column ruling_no integer,
    add column ruled_at timestamptz,
    add column ruled_units text[] not null default '{}',
    add constraint ruling_is_dated_and_names_its_units
        check ((ruling_no is null) = (ruled_at is null) and (ruling_no is null) = (cardinality(ruled_units) = 0));
update handled_case c set returns_asked = r.asked
from (select a.case_id, count(*) as asked
    from unit_request u join assignment a on a.assignment_id = u.assignment_id
    where u.kind = 'RETURN' and a.role = 'LEAD' group by a.case_id) r
where r.case_id = c.case_id;

alter table assignment
    -- Since when the units confer about it; meanwhile the unit acts from where it stood.
    add column disputed_at timestamptz,
    -- From when the clock of the reply counts where a unit took over what was left of another one's; null: from the start.
    add column reply_start timestamptz,
    drop constraint assignment_knows_where_it_stood_iff_a_return_is_asked_for,
    add constraint assignment_knows_where_it_stood_iff_a_return_or_dispute_waits
        check ((status in ('RETURN_REQUESTED', 'IN_DISPUTE')) = (stood_at is not null)),
    -- Not the other way round: an instance of before this column ends a task without a look at it.
    add constraint assignment_is_disputed_since_a_moment check (status <> 'IN_DISPUTE' or disputed_at is not null),
    add constraint assignment_in_dispute_is_the_lead_and_asks_for_nothing
        check (status <> 'IN_DISPUTE' or (role = 'LEAD' and open_request is null)),
    drop constraint assignment_in_hand_is_signed,
    add constraint assignment_in_hand_is_signed
        check (status in ('PENDING_SIGN', 'RETURN_REQUESTED', 'IN_DISPUTE', 'CANCELLED', 'RETURNED', 'RECALLED')
            or (signed_at is not null and signed_by is not null));

-- A return in whose place the units confer: the dispute says what became of it. Its state is LAPSED,
-- which an instance of before reads as well.
alter table unit_request
    add column disputed boolean not null default false,
    add constraint disputed_request_is_not_decided check (not disputed or state = 'LAPSED');

create table dispute (
    dispute_id uuid not null,
    case_id uuid not null,
    dispute_no integer not null,
    assignment_id uuid not null,
    request_no integer not null,
    round integer not null,
    ground text not null,
    -- What the centre tells the units.
    note text,
    -- Who acts first (先处置后争议), and who is asked for an opinion: that unit as well.
    interim_unit_id text not null,
    concerned_units text[] not null,
    returns_asked integer not null,
    opened_at timestamptz not null,
    opened_by text not null,
    opinions integer not null,
    state text not null,
    ended_at timestamptz,
    -- Why it ended without a ruling.
    ending text,
    -- What the ruling was about, as the case was filed then: by that it is found as a precedent.
    category_code text not null,
    place_code text not null,
    lead_unit_id text,
    co_units text[] not null,
    reason text,
    ruled_by text,
    rule_id text,
    version bigint not null,
    constraint dispute_has_an_id primary key (dispute_id),
    constraint dispute_is_numbered_once_a_case unique (case_id, dispute_no),
    constraint dispute_is_about_a_task foreign key (assignment_id) references assignment (assignment_id),
    constraint dispute_state_is_known check (state in ('OPEN', 'RULED', 'ENDED')),
    constraint dispute_is_open_iff_nothing_ended_it check ((state = 'OPEN') = (ended_at is null)),
    constraint dispute_is_ruled_with_a_lead_and_a_reason
        check ((state = 'RULED') = (lead_unit_id is not null) and (state = 'RULED') = (reason is not null)
            and (state = 'RULED') = (ruled_by is not null)),
    constraint dispute_ends_otherwise_for_a_reason check ((state = 'ENDED') = (ending is not null)),
    constraint dispute_creates_a_rule_by_its_ruling check (rule_id is null or state = 'RULED'),
    constraint dispute_concerns_its_interim_lead check (interim_unit_id = any (concerned_units))
);
-- One at a time; a later one may follow when the case went on to somebody else.
create unique index one_open_dispute_per_case on dispute (case_id) where state = 'OPEN';
create index disputes_of_a_task on dispute (assignment_id);
-- Lists are sorted by age, the oldest first.
create index disputes_by_age on dispute (opened_at, dispute_id);
create index open_disputes_by_age on dispute (opened_at, dispute_id) where state = 'OPEN';
-- Earlier rulings of a category, the newest first.
create index rulings_of_a_category on dispute (category_code, ended_at desc) where state = 'RULED';

-- What a unit says about its own duty: added, and never changed.
create table dispute_opinion (
    dispute_id uuid not null,
    opinion_no integer not null,
    unit_id text not null,
    stance text not null,
    suggested_unit_id text,
    legal_basis text not null,
    words text,
    stated_by text not null,
    stated_at timestamptz not null,
    constraint opinion_is_numbered_once primary key (dispute_id, opinion_no),
    constraint opinion_belongs_to_a_dispute foreign key (dispute_id) references dispute (dispute_id)
);
create function opinions_stay() returns trigger language plpgsql as $$
begin
    raise exception 'An opinion is neither changed nor deleted';
end
$$;
create trigger opinions_stay before update or delete on dispute_opinion
    for each row execute function opinions_stay();

insert into supervision_limit (name, value) values
    -- Time to rule a dispute, and from how many returns of one case on the centre may convene one for them alone.
    ('ruling-within', '2wd'),
    ('dispute-after', '2'),
    -- Whether the unit that a ruling names has its limits in full (true), or for the reply what is left (false).
    ('ruling-renews-limit', 'true');
