-- Beside instances that work. What whole lists are limited by, and nothing else: a few bytes of each case, so that their exact number needs no row.
drop index concurrently if exists cases_to_count;
create index concurrently cases_to_count on hotline_case (status, kind, entered_as, place_path);
