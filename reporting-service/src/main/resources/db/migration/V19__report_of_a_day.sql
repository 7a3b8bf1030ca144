-- What happened on a day, whatever case it was about: facts come in the order of time, so a few pages say where a day begins.
CREATE INDEX facts_by_time ON timeline_entry USING brin (occurred_at) WITH (pages_per_range = 32);
