set local lock_timeout = '5s';

-- Somebody leaves a unit (离岗), and what is in that person's hands goes to somebody else of it (移交): at once or on a day.
create table departure (
    departure_id uuid not null,
    version bigint not null,
    unit_id text not null,
    unit_path text collate "C" not null,
    leaver_ref text not null,
    leaver_post text not null,
    successor_ref text not null,
    successor_post text not null,
    reason text not null,
    effective_at timestamptz not null,
    ordered_by text not null,
    ordered_unit_id text,
    ordered_at timestamptz not null,
    state text not null,
    ended_at timestamptz,
    ended_by text,
    -- What moved; null until it has.
    handovers_asked integer,
    proposals_ended integer,
    deputies_ended integer,
    constraint departure_is_ordered_once primary key (departure_id),
    constraint successor_is_somebody_else check (successor_ref <> leaver_ref),
    constraint departure_state_is_known check (state in ('PLANNED', 'DONE', 'NOT_POSSIBLE', 'CANCELLED')),
    constraint departure_is_planned_iff_nothing_ended_it check ((state = 'PLANNED') = (ended_at is null)),
    constraint departure_is_cancelled_by_somebody check ((state = 'CANCELLED') = (ended_by is not null)),
    constraint departure_tells_what_moved_iff_done
        check ((state = 'DONE') = (handovers_asked is not null)
            and (handovers_asked is null) = (proposals_ended is null)
            and (handovers_asked is null) = (deputies_ended is null))
);
-- However many order it at the same moment.
create unique index one_planned_departure_of_a_person on departure (leaver_ref, unit_id) where state = 'PLANNED';
create index departures_of_a_unit on departure (unit_path, ordered_at, departure_id);
create index departures_by_age on departure (ordered_at, departure_id);

-- What was ordered stays as it was ordered; it ends once.
create function departures_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'PLANNED'
        or (new.departure_id, new.unit_id, new.unit_path, new.leaver_ref, new.leaver_post, new.successor_ref, new.successor_post, new.reason,
                new.effective_at, new.ordered_by, new.ordered_unit_id, new.ordered_at)
            is distinct from (old.departure_id, old.unit_id, old.unit_path, old.leaver_ref, old.leaver_post, old.successor_ref, old.successor_post,
                old.reason, old.effective_at, old.ordered_by, old.ordered_unit_id, old.ordered_at) then
        raise exception 'A departure is ended, neither changed nor removed';
    end if;
    return new;
end
$$;
create trigger departures_stay before update or delete on departure
    for each row execute function departures_stay();
