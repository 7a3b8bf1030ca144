-- Nobody can be reached about an anonymous request (匿名): its units have no clock for the contact.
-- Requests from before this keep the clock that they have.
alter table handled_case add column anonymous boolean not null default false;
