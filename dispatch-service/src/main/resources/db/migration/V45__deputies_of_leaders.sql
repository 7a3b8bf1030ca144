set local lock_timeout = '5s';

-- Who of a unit may stand in for its leader (可代班人员): each says so, since accounts are kept elsewhere.
create table deputy_candidate (
    user_ref text not null,
    unit_id text not null,
    post text not null,
    -- Of the account, for the screen of the leader: nobody has checked the post.
    login text,
    since timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    constraint candidate_stands_once primary key (user_ref),
    constraint candidate_is_withdrawn_by_somebody check ((withdrawn_by is null) = (withdrawn_at is null))
);
-- By the post the leader knows the person: however it is spaced, nobody of the unit takes that of another.
create unique index one_candidate_of_a_post on deputy_candidate (unit_id, lower(regexp_replace(post, '\s', '', 'g'))) where withdrawn_at is null;
create index candidates_of_a_unit on deputy_candidate (unit_id, post, user_ref);

-- For a time somebody signs in place of the leader of the unit (代班): it ends by itself at valid_until, or was ended before.
create table leader_deputy (
    deputy_id uuid not null,
    version bigint not null,
    unit_id text not null,
    leader_ref text not null,
    leader_post text not null,
    deputy_ref text not null,
    deputy_post text not null,
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    named_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    constraint deputy_is_named_once primary key (deputy_id),
    constraint deputy_is_somebody_else check (deputy_ref <> leader_ref),
    constraint deputy_stands_in_for_a_time check (valid_until > valid_from and valid_until > named_at),
    constraint deputy_is_ended_by_somebody check ((ended_by is null) = (ended_at is null))
);
create index deputies_of_a_unit on leader_deputy (unit_id, valid_from, deputy_id);
create index when_a_leader_is_represented on leader_deputy (leader_ref, valid_until);
create index what_a_deputy_stands_in_for on leader_deputy (deputy_ref, valid_until);

-- What was said stays; the end is said once.
create function deputies_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is not null
        or (new.deputy_id, new.unit_id, new.leader_ref, new.leader_post, new.deputy_ref, new.deputy_post, new.valid_from, new.valid_until, new.named_at)
            is distinct from (old.deputy_id, old.unit_id, old.leader_ref, old.leader_post, old.deputy_ref, old.deputy_post, old.valid_from, old.valid_until, old.named_at) then
        raise exception 'A deputy is ended, neither changed nor removed';
    end if;
    return new;
end
$$;
create trigger deputies_stay before update or delete on leader_deputy
    for each row execute function deputies_stay();

-- The leader in whose place the reply or request submitted last was signed: that leader judges it no more than who signed.
alter table assignment add column endorsed_for text;

alter table endorsement_draft
    -- In whose place it was decided; null of what a leader decided, and of what an instance of before let a leader decide.
    add column decided_for text,
    add column decided_for_post text,
    add constraint draft_decided_for_says_the_post check ((decided_for is null) = (decided_for_post is null)) not valid,
    -- A deputy lends the leader's signature: what the leader wrote is signed by neither.
    add constraint draft_is_not_signed_for_its_writer
        check (outcome is distinct from 'SIGNED' or decided_for is null or decided_for <> written_by) not valid;
