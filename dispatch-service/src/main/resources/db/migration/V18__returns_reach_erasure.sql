-- While a return waits for its decision the clocks of signing and of the first contact stand still: the unit may act, and need not.
alter table assignment
    -- Since when; null when none waits.
    add column return_asked_at timestamptz,
    -- From and to take turns, as with those of the reply. The defaults are for instances of before that still run.
    add column sign_pauses timestamptz[] not null default '{}',
    add column contact_pauses timestamptz[] not null default '{}',
    add constraint assignment_waits_are_pairs
        check (cardinality(sign_pauses) % 2 = 0 and cardinality(contact_pauses) % 2 = 0);

update assignment a set return_asked_at = r.requested_at
from unit_request r
where r.assignment_id = a.assignment_id and r.state = 'OPEN' and a.status = 'RETURN_REQUESTED';

-- Of a reporter who left no number nobody can be reached either, anonymous or not. Who registered before this was said may have left one.
alter table handled_case add column reachable boolean not null default true;

-- A tombstone erased the text; an older file that comes again, or a newer one, must not bring it back.
alter table case_file add column erased boolean not null default false;
-- Nothing but a tombstone left a file without its words.
update case_file set erased = true where title = '' and content = '' and demand is null and address is null and supplements = '[]';
alter table case_file add constraint erased_file_has_no_text
    check (not erased or (title = '' and content = '' and demand is null and address is null and supplements = '[]'));
