-- unit_has_one_open_task_of_a_case begins with the case and has the same rows: what is written here is written with every act on a task.
drop index open_assignments_of_a_case;
