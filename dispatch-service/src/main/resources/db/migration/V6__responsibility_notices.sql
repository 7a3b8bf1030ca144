-- The responsibility notice (六联责任单): one paper in six different copies about a hard case, and the receipts of the six.

-- Whether a notice about the case is out: what is heard about all other cases asks no table of notices.
alter table handled_case add column open_notice boolean not null default false;

insert into supervision_limit (name, value) values
    -- Within this time all six copies are delivered and confirmed.
    ('notice-receipts', '3wd'),
    -- Within this time the case has its result.
    ('notice-result', '10wd');
update reference_version set version = version + 1 where subject = 'supervision';

-- Who gets which copy as a rule: the form begins with it, the issuer may choose otherwise.
create table notice_recipient (
    copy text not null,
    unit_id text,
    post text,
    constraint usual_recipient_is_said_once primary key (copy),
    constraint usual_recipient_copy_is_known check (copy in ('LEADER', 'PETITIONER', 'PARTY_OFFICE', 'GOVERNMENT_OFFICE', 'ORGANISATION_DEPARTMENT', 'PETITION_OFFICE'))
);
insert into notice_recipient (copy, unit_id, post) values
    ('LEADER', null, '分管副市长'),
    ('PETITIONER', null, null),
    ('PARTY_OFFICE', 'dwb', null),
    ('GOVERNMENT_OFFICE', 'zfb', null),
    ('ORGANISATION_DEPARTMENT', 'zzb', null),
    ('PETITION_OFFICE', 'xfj', null);

-- Changed only while the row of its case is locked.
create table responsibility_notice (
    notice_id uuid not null,
    notice_no text not null,
    case_id uuid not null,
    -- The lead unit when it was issued.
    unit_id text not null,
    unit_path text collate "C" not null,
    ground text not null,
    demand text not null,
    -- What will be done until when, as the petitioner is told.
    promise text not null,
    -- For the leader in charge only.
    remark text,
    status text not null,
    deliveries integer not null,
    receipts integer not null,
    -- How the case ended; none while it is open.
    result text,
    result_at timestamptz,
    issued_by text not null,
    issued_at timestamptz not null,
    receipts_due_at timestamptz not null,
    due_at timestamptz not null,
    ended_at timestamptz,
    ended_by text,
    withdrawal text,
    version bigint not null,
    constraint notice_id_is_unique primary key (notice_id),
    constraint notice_number_is_unique unique (notice_no),
    constraint notice_is_about_a_known_case foreign key (case_id) references handled_case (case_id),
    constraint notice_ground_is_known check (ground in ('HARD', 'LEGACY', 'MASS', 'REPEATED', 'UNSTABLE')),
    constraint notice_status_is_known
        check (status in ('TO_DELIVER', 'TO_RECEIPT', 'AWAITING_RESULT', 'TO_WITHDRAW', 'CLOSED', 'WITHDRAWN')),
    constraint notice_result_is_known check (result in ('RATED', 'UNRATED')),
    constraint notice_result_is_dated check ((result is null) = (result_at is null)),
    constraint notice_counts_six_copies check (0 <= receipts and receipts <= deliveries and deliveries <= 6),
    constraint notice_waits_for_delivery_iff_a_copy_is_left
        check (status <> 'TO_DELIVER' or (deliveries < 6 and result is distinct from 'UNRATED')),
    constraint notice_waits_for_receipts_iff_all_are_delivered
        check (status <> 'TO_RECEIPT' or (deliveries = 6 and receipts < 6 and result is distinct from 'UNRATED')),
    constraint notice_waits_for_the_result_iff_all_are_confirmed
        check (status <> 'AWAITING_RESULT' or (receipts = 6 and result is null)),
    constraint notice_waits_to_be_taken_back_iff_nobody_rated check (status <> 'TO_WITHDRAW' or result = 'UNRATED'),
    constraint notice_closes_with_six_receipts_and_a_rating check (status <> 'CLOSED' or (receipts = 6 and result = 'RATED')),
    constraint notice_is_taken_back_with_a_reason check ((status = 'WITHDRAWN') = (withdrawal is not null)),
    constraint notice_is_over_iff_dated
        check ((status in ('CLOSED', 'WITHDRAWN')) = (ended_at is not null and ended_by is not null))
) with (fillfactor = 80);
-- A case has one notice at a time.
create unique index one_open_notice_per_case on responsibility_notice (case_id) where ended_at is null;
create index notices_of_a_case on responsibility_notice (case_id, issued_at);
-- The page of notices, first due first.
create index notices_by_due on responsibility_notice (due_at, notice_id);

-- The officials who answer for the case; no event and no log has their names.
create table notice_responsible (
    notice_id uuid not null,
    person_no integer not null,
    name text not null,
    post text not null,
    phone text not null,
    constraint responsible_person_is_numbered_once primary key (notice_id, person_no),
    constraint responsible_person_belongs_to_a_notice foreign key (notice_id) references responsibility_notice (notice_id)
);

-- One of the six copies: who it is for, how it came there, and that its recipient confirmed it.
create table notice_sheet (
    sheet_id uuid not null,
    notice_id uuid not null,
    copy text not null,
    -- The leader and the petitioner are no units.
    unit_id text,
    unit_path text collate "C",
    post text,
    login text,
    status text not null,
    delivery text,
    delivery_note text,
    delivered_by text,
    delivered_at timestamptz,
    receipted_by text,
    receipted_at timestamptz,
    evidence text,
    receipts_due_at timestamptz not null,
    version bigint not null,
    constraint sheet_id_is_unique primary key (sheet_id),
    constraint each_copy_once_per_notice unique (notice_id, copy),
    constraint sheet_belongs_to_a_notice foreign key (notice_id) references responsibility_notice (notice_id),
    constraint sheet_copy_is_known
        check (copy in ('LEADER', 'PETITIONER', 'PARTY_OFFICE', 'GOVERNMENT_OFFICE', 'ORGANISATION_DEPARTMENT', 'PETITION_OFFICE')),
    constraint sheet_goes_to_a_unit_unless_to_a_person
        check ((copy in ('LEADER', 'PETITIONER')) = (unit_id is null) and (unit_id is null) = (unit_path is null)),
    constraint sheet_names_the_post_of_the_leader check ((copy = 'LEADER') = (post is not null) and (login is null or copy = 'LEADER')),
    constraint sheet_status_is_known check (status in ('TO_DELIVER', 'TO_RECEIPT', 'RECEIPTED')),
    constraint sheet_delivery_is_known check (delivery in ('IN_SYSTEM', 'BY_HAND', 'BY_POST')),
    constraint sheet_is_delivered_iff_dated
        check ((status <> 'TO_DELIVER') = (delivery is not null and delivered_by is not null and delivered_at is not null)),
    constraint sheet_is_confirmed_iff_dated check ((status = 'RECEIPTED') = (receipted_by is not null and receipted_at is not null)),
    constraint petitioner_has_no_account check (copy <> 'PETITIONER' or delivery is distinct from 'IN_SYSTEM'),
    constraint petitioner_confirms_on_paper check (copy <> 'PETITIONER' or status <> 'RECEIPTED' or evidence is not null)
) with (fillfactor = 80);
-- Who has not opened theirs: short, because sheets leave it.
create index unconfirmed_sheets on notice_sheet (receipts_due_at, sheet_id) where status <> 'RECEIPTED';
create index sheets_of_a_unit on notice_sheet (unit_path, receipts_due_at, sheet_id);

-- What went out stays as it went out, and what was said about it stays said: acts add, nobody changes or removes.
create function notice_words_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'Records of notices are not deleted';
    end if;
    if tg_table_name = 'notice_responsible' then
        raise exception 'The people whom a notice names are not changed';
    end if;
    if tg_table_name = 'responsibility_notice' then
        if old.ended_at is not null
            or (new.notice_id, new.notice_no, new.case_id, new.unit_id, new.unit_path, new.ground, new.demand, new.promise,
                new.remark, new.issued_by, new.issued_at, new.receipts_due_at, new.due_at)
                is distinct from (old.notice_id, old.notice_no, old.case_id, old.unit_id, old.unit_path, old.ground, old.demand,
                old.promise, old.remark, old.issued_by, old.issued_at, old.receipts_due_at, old.due_at)
            or new.deliveries < old.deliveries or new.receipts < old.receipts then
            raise exception 'A notice that went out is not changed';
        end if;
        return new;
    end if;
    if (new.sheet_id, new.notice_id, new.copy, new.unit_id, new.unit_path, new.post, new.login, new.receipts_due_at)
            is distinct from (old.sheet_id, old.notice_id, old.copy, old.unit_id, old.unit_path, old.post, old.login, old.receipts_due_at)
        or (old.status <> 'TO_DELIVER' and (new.delivery, new.delivery_note, new.delivered_by, new.delivered_at)
            is distinct from (old.delivery, old.delivery_note, old.delivered_by, old.delivered_at))
        or old.status = 'RECEIPTED' then
        raise exception 'A delivery or a receipt is not changed';
    end if;
    return new;
end
$$;
create trigger notices_stay before update or delete on responsibility_notice
    for each row execute function notice_words_stay();
create trigger responsible_people_stay before update or delete on notice_responsible
    for each row execute function notice_words_stay();
create trigger sheets_stay before update or delete on notice_sheet
    for each row execute function notice_words_stay();

-- Named criticism (通报批评) and talks (约谈): dated records about a unit with the cases that they rest on; written once.
create table accountability_record (
    record_id uuid not null,
    paper_no text not null,
    measure text not null,
    unit_id text not null,
    unit_path text collate "C" not null,
    reason text not null,
    words text not null,
    -- Who was summoned and who led the talk; of a criticism, to whom it went.
    people text,
    held_on date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint accountability_record_id_is_unique primary key (record_id),
    constraint accountability_paper_number_is_unique unique (paper_no),
    constraint accountability_measure_is_known check (measure in ('CRITICISM', 'TALK')),
    constraint talk_says_who_talked check (measure <> 'TALK' or people is not null)
);
create index accountability_records_by_age on accountability_record (recorded_at, record_id);
create index accountability_records_of_a_unit on accountability_record (unit_path, recorded_at, record_id);

create table accountability_case (
    record_id uuid not null,
    case_id uuid not null,
    constraint record_rests_on_a_case_once primary key (record_id, case_id),
    constraint rests_on_a_record foreign key (record_id) references accountability_record (record_id),
    constraint rests_on_a_known_case foreign key (case_id) references handled_case (case_id)
);

create function accountability_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A record of a criticism or a talk is neither changed nor deleted';
end
$$;
create trigger accountability_records_stay before update or delete on accountability_record
    for each row execute function accountability_stays();
create trigger accountability_cases_stay before update or delete on accountability_case
    for each row execute function accountability_stays();
