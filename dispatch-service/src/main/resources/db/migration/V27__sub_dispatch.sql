-- A unit hands its task down to units below it (下派): each of them has a task of its own, which is a part of that one.
alter table assignment
    add column parent_id uuid,
    add column parent_unit_id text,
    -- What the unit above asks for, in its words; no event has them.
    add column part_note text,
    -- Parts that are still open, and where the unit itself stands meanwhile.
    add column open_parts integer not null default 0,
    add column worked_at text,
    -- When it last handed something down, or had the last part back.
    add column handed_at timestamptz,
    -- When it was said that the window for returns has passed without a request (视为接受): once.
    add column deemed_accepted_at timestamptz,
    add constraint part_belongs_to_a_task foreign key (parent_id) references assignment (assignment_id),
    add constraint part_knows_the_unit_above check ((parent_id is null) = (parent_unit_id is null)),
    -- A unit below answers to the unit above: it is never the lead.
    add constraint part_is_never_the_lead check (parent_id is null or role = 'CO'),
    -- Not the other way round: an instance of before these columns ends a task without a look at them.
    add constraint sub_dispatched_assignment_has_parts_and_stands_somewhere
        check (status <> 'SUBDISPATCHED' or (open_parts > 0 and worked_at is not null));
-- What a unit handed down, for its page and its inbox; most tasks have no parts.
create index parts_of_an_assignment on assignment (parent_id) where parent_id is not null;

-- So much work time before its own due time a unit has what it handed down at the latest: to read it and to reply itself.
create table sub_dispatch_rule (
    only_one boolean not null default true,
    buffer text not null,
    constraint one_rule_of_sub_dispatch primary key (only_one),
    constraint one_rule_of_sub_dispatch_only check (only_one)
);
insert into sub_dispatch_rule (buffer) values ('4wh');
