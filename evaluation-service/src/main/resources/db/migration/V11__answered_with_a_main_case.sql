-- The callback of a case that the reply to another one answered (随主单答复): no unit has called its citizen, so the agent reads the words to him.
alter table callback add column with_main boolean not null default false;
