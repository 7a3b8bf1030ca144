-- What the centre has said of a case: the red list asks for it.
alter table handled_case add column marks text[] not null default '{}';
