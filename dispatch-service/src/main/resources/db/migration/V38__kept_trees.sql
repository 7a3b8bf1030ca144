-- A city keeps its own categories (诉求分类) and places (区划): what two people change at once, and who changed what when.
set local lock_timeout = '5s';
alter table category
    add column version bigint not null default 0,
    add column changed_at timestamptz,
    -- Null of what the service was delivered with.
    add column changed_by text;
alter table place
    add column version bigint not null default 0,
    add column changed_at timestamptz,
    add column changed_by text;
-- The desk opens the tree one level at a time and counts what is below.
create index category_by_parent on category (parent_code, code);

create table directory_change (
    kind text not null,
    code text collate "C" not null,
    -- The version that it has since; none is told twice.
    version bigint not null,
    changed_at timestamptz not null,
    changed_by text not null,
    -- By a file and not by hand.
    by_file boolean not null,
    -- All null of one that was added.
    name_zh_before text,
    name_en_before text,
    active_before boolean,
    name_zh text not null,
    name_en text,
    active boolean not null,
    constraint directory_change_is_told_once primary key (kind, code, version),
    constraint directory_change_is_of_a_tree check (kind in ('category', 'place')),
    constraint what_was_there_is_told_whole check ((name_zh_before is null) = (active_before is null))
);

-- Whether this database began with the demonstration city: said once, at its first start. A start that is configured otherwise later must not
-- put another city's places among those of this one.
create table directory_origin (
    demonstration boolean not null,
    the_only_one boolean not null default true,
    constraint directory_has_one_origin primary key (the_only_one),
    constraint directory_origin_is_one check (the_only_one)
);
insert into directory_origin (demonstration) select true where exists (select from unit);
