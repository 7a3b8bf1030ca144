set local lock_timeout = '5s';

-- With which incident's calls (突发事件) it was merged; null of what a dispatcher merged by itself, as of all that an instance of before merges.
alter table merging add column incident_id uuid;
