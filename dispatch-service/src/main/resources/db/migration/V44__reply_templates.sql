set local lock_timeout = '5s';

-- Reply templates of units (答复模板): texts with marked parts, such as {{办理日期}}, that somebody must fill in.
create table reply_template (
    template_id uuid not null,
    unit_id text not null,
    -- Of the newest text; the next one is the next.
    version bigint not null,
    name text not null,
    -- Null for every category; else for that one and those below it.
    category_code text,
    -- For the file of the unit; a template may leave it out.
    handling_text text,
    public_reply text not null,
    active boolean not null,
    changed_by text not null,
    changed_at timestamptz not null,
    constraint template_is_kept_once primary key (template_id),
    constraint template_has_a_part_to_fill_in check (public_reply like '%{{%}}%')
);
-- People choose by name.
create unique index one_template_of_a_name_in_use on reply_template (unit_id, name) where active;
create index templates_of_a_unit on reply_template (unit_id, active, name, template_id);

-- Every text that a template ever had, the present one included: a reply that was begun with an earlier one is compared with that.
create table reply_template_version (
    template_id uuid not null,
    version bigint not null,
    name text not null,
    category_code text,
    handling_text text,
    public_reply text not null,
    active boolean not null,
    changed_by text not null,
    changed_at timestamptz not null,
    constraint template_version_is_numbered_once primary key (template_id, version),
    constraint version_belongs_to_a_template foreign key (template_id) references reply_template (template_id)
);

-- In which tasks a template was used: once each, however often the reply was sent back.
create table reply_template_use (
    template_id uuid not null,
    assignment_id uuid not null,
    version bigint not null,
    used_at timestamptz not null,
    constraint template_is_used_once_in_a_task primary key (template_id, assignment_id),
    constraint used_version_was_written foreign key (template_id, version) references reply_template_version (template_id, version),
    constraint template_is_used_in_a_task foreign key (assignment_id) references assignment (assignment_id)
);

-- In how many tasks it was used, kept with each use; apart from the template, so that replies wait for no keeper.
create table reply_template_used (
    template_id uuid not null,
    used bigint not null,
    constraint template_is_counted_once primary key (template_id),
    constraint counted_template_exists foreign key (template_id) references reply_template (template_id)
);
create function template_use_is_counted() returns trigger language plpgsql as $$
begin
    insert into reply_template_used as n (template_id, used) values (new.template_id, 1)
        on conflict (template_id) do update set used = n.used + 1;
    return null;
end
$$;
create trigger template_use_is_counted after insert on reply_template_use
    for each row execute function template_use_is_counted();

-- A reply that was sent back is measured by what was used before.
create index templates_of_a_task on reply_template_use (assignment_id);

create function template_history_stays() returns trigger language plpgsql as $$
begin
    raise exception 'The texts of a template and its uses are neither changed nor removed';
end
$$;
create trigger template_versions_stay before update or delete on reply_template_version
    for each row execute function template_history_stays();
create trigger template_uses_stay before update or delete on reply_template_use
    for each row execute function template_history_stays();
