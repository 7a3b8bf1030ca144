-- Beside instances that work, each statement once more where it was interrupted. Who belongs to an incident is found by the case that theirs
-- was proposed to be handled with: nearly no case has one.
drop index concurrently if exists cases_proposed_to_join;
create index concurrently cases_proposed_to_join on hotline_case (same_as) where same_as is not null;

-- Left by an attempt that was interrupted: no service has worked with them before all of this is done.
drop table if exists incident_message, incident_script, incident;

-- Something that many call about at once (突发事件): one case is its parent, one script is read to all. Cases are never deleted, and a foreign key
-- would lock the table of all of them.
create table incident (
  id            uuid        not null,
  case_id       uuid        not null,
  name          text        not null,
  -- Where, in words that are read out.
  area          text        not null,
  category_code text,
  -- The number of the script that is read now.
  script_no     integer     not null,
  declared_by   text        not null,
  declared_at   timestamptz not null,
  ended_by      text,
  ended_at      timestamptz,
  closing_note  text,
  version       bigint      not null,
  constraint incident_is_one_per_id primary key (id),
  constraint case_is_the_parent_of_one_incident unique (case_id),
  constraint incident_ends_by_somebody_with_a_note check (num_nonnulls(ended_by, ended_at, closing_note) in (0, 3))
);
create index incidents_in_force on incident (id desc) where ended_at is null;

-- Every version of the script, with who wrote it: what was read to whom is known afterwards.
create table incident_script (
  incident_id uuid        not null,
  no          integer     not null,
  text        text        not null,
  written_by  text        not null,
  written_at  timestamptz not null,
  constraint script_of_an_incident_has_its_number primary key (incident_id, no),
  constraint script_is_read_in_an_incident foreign key (incident_id) references incident (id)
);
create or replace function refuse_another_script_of_an_incident() returns trigger language plpgsql as $$
begin
  raise exception 'the scripts of an incident are only added to';
end $$;
create trigger scripts_of_incidents_are_only_added_to
  before update or delete on incident_script
  for each row execute function refuse_another_script_of_an_incident();

-- What was written to all callers at once (批量答复).
create table incident_message (
  incident_id uuid        not null,
  no          integer     not null,
  text        text        not null,
  -- To how many numbers; who wants no messages is not among them.
  numbers     integer     not null,
  sent_by     text        not null,
  sent_at     timestamptz not null,
  constraint message_of_an_incident_has_its_number primary key (incident_id, no),
  constraint message_is_about_an_incident foreign key (incident_id) references incident (id)
);
