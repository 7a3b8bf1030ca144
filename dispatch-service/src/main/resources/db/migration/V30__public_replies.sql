-- The public reply (公开答复) that passed its review goes to a topic of its own, where the citizen's page reads it. Whether that was seen to: of one that
-- was never to go there, as a co-handler's, too. Those of before, and of an instance of before that still runs, are said later, in batches.
alter table reply add column said boolean not null default false;
-- What is left to be said, oldest first; empty but for a moment after an update.
create index passed_replies_not_said on reply (reviewed_at) where decision = 'PASS' and not said;

-- Whether what the citizen was answered has been erased on that topic, too: the look that says what is left to be said sees to it, also where an instance
-- of before erased the text.
alter table case_file add column replies_erased boolean not null default false;
create index erasures_of_replies_not_said on case_file (case_id) where erased and not replies_erased;

-- Which round of the merged case the reply to its main case answered (随主单答复); null of answers of before.
alter table merging add column answer_round integer;

-- The answers of a case, one of each round: of its own lead unit, or of that of its main case. Which round an answer of before was of is told by the
-- next task that the case has had since, and by the case itself where it has had none.
create view answered_round as
select a.case_id, a.round, a.unit_id, false as with_main, r.submitted_at as replied_at, r.reviewed_at as passed_at, r.public_reply
from assignment a
join reply r on r.assignment_id = a.assignment_id and r.decision = 'PASS'
where a.role = 'LEAD'
union all
select m.case_id,
    coalesce(m.answer_round,
        (select min(later.round) - 1 from assignment later where later.case_id = m.case_id and later.created_at > m.ended_at),
        c.round),
    a.unit_id, true, r.submitted_at, r.reviewed_at, r.public_reply
from merging m
join handled_case c on c.case_id = m.case_id
join assignment a on a.assignment_id = m.answer_task
join reply r on r.assignment_id = m.answer_task and r.reply_no = m.answer_no and r.decision = 'PASS';
