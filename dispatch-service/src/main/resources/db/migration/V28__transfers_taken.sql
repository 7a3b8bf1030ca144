-- Whether a body outside has acknowledged that it has the case: nobody here acts on it any more.
ALTER TABLE handled_case ADD COLUMN transfer_taken boolean NOT NULL DEFAULT false;
