-- When the centre answered a case at once (直接答复), and what: whoever gets it afterwards reads what was no help.
alter table handled_case
    add column answered_at timestamptz,
    add constraint answered_case_says_when check (status <> 'ANSWERED_DIRECT' or answered_at is not null);
alter table case_file
    add column direct_answer text,
    add constraint erased_file_has_no_answer check (not erased or direct_answer is null);

-- What was answered and is not rated yet is open: marks and instructions keep it on the red list.
drop index open_cases_by_age;
create index open_cases_by_age on handled_case (coalesce(accepted_at, registered_at), case_id)
    where status in ('REGISTERED', 'SCREENING', 'ANSWERED_DIRECT', 'PENDING_DISPATCH', 'DISPATCHED', 'HANDLING', 'PENDING_REVIEW', 'PENDING_CALLBACK', 'REHANDLING', 'ON_HOLD');
