-- What the centre answered at once: the agent reads to the citizen what is to be rated. Erased with the rest of the text.
alter table case_file
  add column direct_answer text,
  add constraint erased_file_has_no_answer check (not erased or direct_answer is null);
