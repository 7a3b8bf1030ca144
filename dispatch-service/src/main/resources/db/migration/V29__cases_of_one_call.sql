-- A call with several demands is split into cases (一诉多求): those that were split off name the case as which the call was registered.
-- They are of one citizen, so they are not counted as several who ask for the same, nor merged with each other.
alter table handled_case add column split_from uuid;
