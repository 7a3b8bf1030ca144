-- What waits for screening is on the red list as well. Of cases from before, the receipt is as near as is known.
alter table handled_case
    add column registered_at timestamptz,
    add column screening_missed boolean not null default false;
update handled_case set registered_at = received_at;

drop index open_cases_by_age;
create index open_cases_by_age on handled_case (coalesce(accepted_at, registered_at), case_id)
    where status in ('REGISTERED', 'SCREENING', 'PENDING_DISPATCH', 'DISPATCHED', 'HANDLING', 'PENDING_REVIEW', 'PENDING_CALLBACK', 'REHANDLING', 'ON_HOLD');
