-- Which versions of the calendar were said on their topic; those of before are said at the next start.
create table said_calendar (
    version integer not null,
    said_at timestamptz not null,
    constraint calendar_is_said_once primary key (version)
);
