-- Files of units (附件): photos and papers that prove what a reply, a request or a rectification says.
--
-- Only what takes a moment: the tables are new, and of those that live a key and a trigger are made known. The locks in the order of the
-- services, all at once; who holds one for longer than this does not make everybody wait behind it: the start fails and is repeated.
set local lock_timeout = '5s';
lock table handled_case, case_file, reply, unit_request in share row exclusive mode;

create table attachment (
    attachment_id uuid not null,
    case_id uuid not null,
    -- The unit whose task or supervision order it was sent to: whoever may act for that unit may attach it, in that case only.
    unit_id text not null,
    unit_path text not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    file_name text not null,
    media_type text not null,
    size bigint not null,
    -- Of the content as it is kept, in hexadecimal: what a case package names.
    sha256 text not null,
    -- When and where a photo says that it was taken, to about a hundred metres; the photo itself is kept without.
    taken_at timestamptz,
    latitude numeric(6, 3),
    longitude numeric(6, 3),
    -- Since when a record has it; null while it was only uploaded, which the service removes after a day.
    bound_at timestamptz,
    erased boolean not null default false,
    constraint attachment_id_is_unique primary key (attachment_id),
    constraint attachment_is_of_a_case foreign key (case_id) references handled_case (case_id),
    constraint attachment_is_of_a_type_that_is_taken check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
    constraint attachment_is_not_empty check (size > 0),
    constraint attachment_says_both_or_neither_of_its_place check ((latitude is null) = (longitude is null))
);
create index attachments_of_a_case on attachment (case_id);
-- Few at any time: what was uploaded and waits for its act.
create index attachments_that_wait on attachment (uploaded_at) where bound_at is null;

-- The content apart, so that no list loads it.
create table attachment_content (
    attachment_id uuid not null,
    bytes bytea not null,
    constraint content_is_of_one_attachment primary key (attachment_id),
    constraint content_is_of_an_attachment foreign key (attachment_id) references attachment (attachment_id) on delete cascade
);
-- Photos and PDF are compressed already, and what is stored as it is can be read in parts.
alter table attachment_content alter column bytes set storage external;

-- Which record has which files, in the order in which the unit gave them. One file may prove more than one thing: a reply that was sent
-- back is submitted again with the same photos.
create table attachment_use (
    -- A task, or a supervision order.
    record_id uuid not null,
    kind text not null,
    -- Number of the reply, the request, the draft or the report.
    record_no integer not null,
    position integer not null,
    attachment_id uuid not null,
    constraint attachment_is_used_once_in_a_record primary key (record_id, kind, record_no, attachment_id),
    constraint used_attachment_exists foreign key (attachment_id) references attachment (attachment_id),
    constraint attachment_is_used_by_such_a_record check (kind in ('REPLY', 'REQUEST', 'RECTIFICATION', 'DRAFT')),
    constraint record_has_at_most_nine_attachments check (position between 1 and 9)
);
create index records_of_an_attachment on attachment_use (attachment_id);

-- What a record has stays as it was; only the erasure of its case takes it away.
create function attachments_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.bound_at is not null then
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
create trigger attachments_stay before update or delete on attachment
    for each row execute function attachments_stay();

create function attachment_content_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' or exists (select from attachment where attachment_id = old.attachment_id and bound_at is not null and not erased) then
        raise exception 'The content of an attachment is neither changed nor removed';
    end if;
    return old;
end
$$;
create trigger attachment_content_stays before update or delete on attachment_content
    for each row execute function attachment_content_stays();

create function attachment_uses_stay() returns trigger language plpgsql as $$
begin
    raise exception 'What a record has is neither changed nor removed';
end
$$;
create trigger attachment_uses_stay before update or delete on attachment_use
    for each row execute function attachment_uses_stay();

-- The tombstone of a case's text erases its files with it, whichever version of the service hears it. What stays is that there was one, and its hash.
create function attachments_are_erased_with_the_text() returns trigger language plpgsql as $$
begin
    update attachment set erased = true, file_name = '', taken_at = null, latitude = null, longitude = null
        where case_id = new.case_id and not erased;
    delete from attachment_content c using attachment a
        where a.attachment_id = c.attachment_id and a.case_id = new.case_id;
    return null;
end
$$;
create trigger attachments_are_erased_with_the_text after insert or update of erased on case_file
    for each row when (new.erased) execute function attachments_are_erased_with_the_text();

-- What the leader signs is submitted with what is attached to the draft, also by an instance of before attachments: the act decides the draft
-- and submits at one moment.
create function signed_reply_has_what_the_draft_had() returns trigger language plpgsql as $$
begin
    insert into attachment_use (record_id, kind, record_no, position, attachment_id)
        select u.record_id, 'REPLY', new.reply_no, u.position, u.attachment_id
        from endorsement_draft d
        join attachment_use u on u.record_id = d.assignment_id and u.kind = 'DRAFT' and u.record_no = d.draft_no
        where d.assignment_id = new.assignment_id and d.act = 'REPLY' and d.outcome = 'SIGNED' and d.decided_at = new.submitted_at;
    return null;
end
$$;
create trigger signed_reply_has_what_the_draft_had after insert on reply
    for each row execute function signed_reply_has_what_the_draft_had();

create function signed_return_has_what_the_draft_had() returns trigger language plpgsql as $$
begin
    insert into attachment_use (record_id, kind, record_no, position, attachment_id)
        select u.record_id, 'REQUEST', new.request_no, u.position, u.attachment_id
        from endorsement_draft d
        join attachment_use u on u.record_id = d.assignment_id and u.kind = 'DRAFT' and u.record_no = d.draft_no
        where d.assignment_id = new.assignment_id and d.act = 'RETURN' and d.outcome = 'SIGNED' and d.decided_at = new.requested_at;
    return null;
end
$$;
create trigger signed_return_has_what_the_draft_had after insert on unit_request
    for each row when (new.kind = 'RETURN') execute function signed_return_has_what_the_draft_had();
