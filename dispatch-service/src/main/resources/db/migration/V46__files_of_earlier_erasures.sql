-- Of merged cases that were erased before V39, the look that withdraws the words of the others is done once more: with it go their common files.
-- Few rows, and each in its own right: beside instances that work.
update case_file f set replies_erased = false
where f.erased and f.replies_erased and exists (select from merging m where m.case_id = f.case_id);
