-- What goes back to its unit when the unit failed: of ordinary suggestions and praise there is no
-- second round (DOMAIN 3.5). Which kinds are called back by sample only was kept and never asked for.
alter table callback_limit
  add column rehandled boolean not null default true,
  drop column sampled;

update callback_limit set rehandled = false
 where urgency = 'NORMAL' and kind in ('SUGGESTION', 'PRAISE');

alter table callback_limit alter column rehandled drop default;

-- The hours of the centre's day in which no citizen is called (勿扰时段, DOMAIN 3.4, T28).
alter table callback_policy
  add column quiet_from time not null default '21:00',
  add column quiet_to   time not null default '08:00',
  add constraint quiet_hours_end check (quiet_from <> quiet_to);

alter table callback_policy alter column quiet_from drop default, alter column quiet_to drop default;
