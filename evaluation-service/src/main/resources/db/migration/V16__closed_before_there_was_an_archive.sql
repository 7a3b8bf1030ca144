-- Beside instances that work: only rows of callbacks are locked, of closed cases, which nobody else changes any more.

-- Until when what is closed already may be reopened is counted again from the same rows.
update callback set reopen_until = reopening_ends(case_id, ended_at) where decision = 'CLOSED' and reopen_until is null;

alter table callback validate constraint only_what_closed_a_case_may_be_reopened;
alter table hotline_case validate constraint archived_case_has_its_retention;

-- Each of these cases has its timer as if it were closed now. What is over already comes twenty a second, so that no clock of a
-- callback waits behind it, and a day from now: an instance of before, which knows no such timer, is gone by then.
insert into timer (kind, key, due_at)
select 'archive-due', c.callback_id::text,
       greatest(c.reopen_until + interval '1 hour',
                now() + interval '1 day' + row_number() over (order by c.reopen_until, c.callback_id) * interval '50 milliseconds')
  from callback c join hotline_case h using (case_id)
 where h.status = 'CLOSED' and c.decision = 'CLOSED' and c.round = h.round
    on conflict do nothing;
