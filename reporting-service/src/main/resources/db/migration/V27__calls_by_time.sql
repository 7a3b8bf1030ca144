-- Beside instances that work. The calls that seats are reckoned by: the condition is that of the question, word for word, and what it names never changes.
drop index concurrently if exists calls_by_time;
create index concurrently calls_by_time on case_record (received_at)
  where channel = 'PHONE' and split_from is null and entered_as is distinct from 'OLD_SYSTEM';
