create table thing (
    id uuid primary key,
    title varchar(50) not null,
    state text not null default 'NEW',
    version bigint not null default 0,
    constraint one_thing_per_title unique (title)
);
