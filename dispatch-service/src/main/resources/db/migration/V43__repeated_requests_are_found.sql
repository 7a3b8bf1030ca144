-- Beside instances that work. An index whose build broke off is there and of no use: it is taken away first.
drop index concurrently if exists cases_of_a_caller;
create index concurrently cases_of_a_caller on handled_case (caller_ref, received_at) where caller_ref is not null;
-- A street is no place: cases of communities and grids alone are looked for.
drop index concurrently if exists cases_of_a_place;
create index concurrently cases_of_a_place on handled_case (place_code, category_code, received_at) where length(place_code) > 9;
-- What the lead units urged their co-handlers to, the few of the open tasks, first due first.
drop index concurrently if exists urged_tasks_of_a_unit;
create index concurrently urged_tasks_of_a_unit on assignment (unit_path, next_due, assignment_id) where ended_at is null and co_urges > 0;
