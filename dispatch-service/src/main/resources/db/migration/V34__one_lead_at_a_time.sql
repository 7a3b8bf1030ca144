-- The index of before let no lead follow one whose task was cancelled; the one that takes its place is there.
drop index one_lead_per_round;
