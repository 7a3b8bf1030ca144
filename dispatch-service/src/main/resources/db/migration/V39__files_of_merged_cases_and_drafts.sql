-- Files of units (附件) that one of several cases must not leave behind, that no draft holds any longer, and who looked at them.

-- The one table that it waits for is case_file; a start that fails is tried again.
set local lock_timeout = '5s';

-- A draft that was taken back, sent back, or that nobody decided about in time holds its files no more: as what was only uploaded they wait
-- for another act, and are removed when none takes them along.
create view draft_given_up as
select d.assignment_id, d.draft_no, coalesce(d.decided_at, d.written_at) as since
from endorsement_draft d
join assignment a on a.assignment_id = d.assignment_id
where d.outcome in ('REFUSED', 'TAKEN_BACK', 'WINDOW_PASSED')
    or (d.outcome is null and (a.draft_act is null or a.drafts <> d.draft_no));

-- Whether nothing but such drafts names a file.
create function attachment_is_free(file_id uuid) returns boolean language sql stable as $$
    select not exists (
        select from attachment_use u
        where u.attachment_id = file_id
            and not (u.kind = 'DRAFT' and exists (
                select from draft_given_up g where g.assignment_id = u.record_id and g.draft_no = u.record_no)))
$$;

create or replace function attachment_uses_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.kind = 'DRAFT'
        and exists (select from draft_given_up g where g.assignment_id = old.record_id and g.draft_no = old.record_no) then
        return old;
    end if;
    raise exception 'What a record has is neither changed nor removed';
end
$$;

-- As in V36, but that what no record has any more may go, although one had it.
create or replace function attachments_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if exists (select from attachment_use u where u.attachment_id = old.attachment_id) then
            raise exception 'An attachment of a record is not removed';
        end if;
        return old;
    end if;
    if (new.attachment_id, new.case_id, new.unit_id, new.unit_path, new.uploaded_by, new.uploaded_at, new.media_type, new.size, new.sha256)
            is distinct from
            (old.attachment_id, old.case_id, old.unit_id, old.unit_path, old.uploaded_by, old.uploaded_at, old.media_type, old.size, old.sha256)
        or (old.bound_at is not null and new.bound_at is distinct from old.bound_at)
        or (old.erased and not new.erased)
        or (not new.erased and (new.file_name, new.taken_at, new.latitude, new.longitude)
            is distinct from (old.file_name, old.taken_at, old.latitude, old.longitude)) then
        raise exception 'An attachment is not changed';
    end if;
    return new;
end
$$;

-- Which reply answered a round of a case: of its own lead unit, or that of its main case (随主单答复), as answered_round tells it.
create view answering_reply as
select a.case_id, a.round, false as with_main, r.assignment_id, r.reply_no, r.reviewed_at as passed_at
from assignment a
join reply r on r.assignment_id = a.assignment_id and r.decision = 'PASS'
where a.role = 'LEAD'
union all
select m.case_id,
    coalesce(m.answer_round,
        (select min(later.round) - 1 from assignment later where later.case_id = m.case_id and later.created_at > m.ended_at),
        c.round),
    true, r.assignment_id, r.reply_no, r.reviewed_at
from merging m
join handled_case c on c.case_id = m.case_id
join reply r on r.assignment_id = m.answer_task and r.reply_no = m.answer_no and r.decision = 'PASS';

-- Who opened what proves a reply, through which case, once on a day of the city: whoever calls the citizen back or checks on site reads files of
-- units that are not theirs.
create table proof_reading (
    case_id uuid not null,
    attachment_id uuid not null,
    read_by text not null,
    read_on date not null,
    -- Of the reader; null of an account without one.
    unit_id text,
    read_at timestamptz not null,
    -- No foreign key: a start that locks two tables on which acts run could stand in their way.
    constraint proof_reading_is_noted_once_a_day primary key (case_id, attachment_id, read_by, read_on)
);
create function proof_readings_stay() returns trigger language plpgsql as $$
begin
    raise exception 'A reading is neither changed nor deleted';
end
$$;
create trigger proof_readings_stay before update or delete on proof_reading
    for each row execute function proof_readings_stay();

-- What was answered may show each of those that were handled together (并单). When the text of a merged case was erased, the look that withdraws the
-- words of the others locks all of them in their order and notes it here; with that go the files of its main case that were uploaded while it
-- followed, and those of the reply that answered it. A look of an instance of before does so too.
create function files_of_the_common_answer_are_erased() returns trigger language plpgsql as $$
declare
    common uuid[];
begin
    select array_agg(distinct f.attachment_id) into common from (
        select a.attachment_id
        from merging m
        join attachment a on a.case_id = m.main_case_id
            and a.uploaded_at >= m.merged_at and a.uploaded_at <= coalesce(m.ended_at, 'infinity')
        where m.case_id = new.case_id
        union all
        select u.attachment_id
        from merging m
        join attachment_use u on u.record_id = m.answer_task and u.kind = 'REPLY' and u.record_no = m.answer_no
        where m.case_id = new.case_id) f;
    update attachment set erased = true, file_name = '', taken_at = null, latitude = null, longitude = null
        where attachment_id = any(common) and not erased;
    delete from attachment_content where attachment_id = any(common);
    return null;
end
$$;
create trigger files_of_the_common_answer_are_erased after update of replies_erased on case_file
    for each row when (new.erased and new.replies_erased and not old.replies_erased)
    execute function files_of_the_common_answer_are_erased();
