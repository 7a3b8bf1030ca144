-- A citizen may also rate by replying to a text message (短信): nobody had to call.
alter table callback
  drop constraint rating_needs_a_citizen_who_was_reached,
  add constraint rating_needs_a_citizen_who_was_reached
    check (status <> 'EVALUATED' or reached_at is not null or via in ('SELF_SERVICE', 'SMS'));
