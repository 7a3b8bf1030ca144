-- What goes back to its unit when the unit failed: of ordinary suggestions and praise there is no
-- second round (DOMAIN 3.5). Which kinds are called back by sample only was kept and never asked for.
alter table callback_limit
  add column rehandled boolean not null default true,
  drop column sampled;

update callback_limit set rehandled = false
 where urgency = 'NORMAL' and kind in ('SUGGESTION', 'PRAISE');

alter table callback_limit alter column rehandled drop default;
