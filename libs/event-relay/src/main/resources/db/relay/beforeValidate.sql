-- A migration outside a transaction (an index beside living traffic) that broke off leaves a row which refuses every further start. All such
-- migrations may be run again, and those in a transaction leave none: the row is forgotten, and the migration is run again.
do $$
begin
  if to_regclass('flyway_schema_history') is not null then
    delete from flyway_schema_history where not success;
  end if;
end $$;
