-- For how many natural days after its closing a case may be reopened (重开期, DOMAIN 3.4, T33), by kind and urgency.
-- The default stays for rows of policies that say nothing else.
alter table callback_limit
  add column reopen_days int not null default 15,
  add constraint reopening_takes_some_days check (reopen_days > 0);
