-- From when each clock is yellow, computed with its due time; null where that was before this version: then by the shipped rule.
-- And the due time of which the approach was said: one that has moved is said again.
alter table assignment
    add column sign_yellow timestamptz,
    add column contact_yellow timestamptz,
    add column reply_yellow timestamptz,
    add column sign_warned timestamptz,
    add column contact_warned timestamptz,
    add column reply_warned timestamptz;

-- When clocks turn yellow is adopted with the limits: a share of the time in percent, or so many days, whichever comes later.
alter table adopted_policy
    add column light_percent integer not null default 50,
    add column light_days integer not null default 1,
    add constraint light_is_a_share check (light_percent between 1 and 100),
    add constraint light_counts_days check (light_days between 1 and 366);
