-- Beside instances that work. The calls of an incident (突发事件) are those that their seats proposed to join its parent case: nearly no case has
-- one. An index whose build broke off is there and of no use: it is taken away first.
drop index concurrently if exists cases_proposed_to_join;
create index concurrently cases_proposed_to_join on handled_case (same_as, case_id) where same_as is not null;
