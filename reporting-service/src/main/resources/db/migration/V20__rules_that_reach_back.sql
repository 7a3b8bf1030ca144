-- A rule that is valid from a day that has been, or from ever, could be chosen by what it makes of numbers that are known: it waits for a second
-- person. In a table of its own: instances of an older version that run beside take every row of ranking_rule for a rule in force.
CREATE TABLE ranking_rule_proposal (
  proposal_id uuid        NOT NULL,
  -- One at a time, so that nobody confirms what another proposal has overtaken.
  waits       boolean     NOT NULL DEFAULT true,
  -- The newest rule when it was proposed: 0 for none.
  based_on    int         NOT NULL,
  content     jsonb       NOT NULL,
  proposed_by text        NOT NULL,
  proposed_at timestamptz NOT NULL,
  CONSTRAINT one_rule_waits_at_a_time PRIMARY KEY (waits),
  CONSTRAINT a_proposed_rule_waits CHECK (waits)
);

-- Null for rules that reach back to no day before their adoption, and for those from before this migration.
ALTER TABLE ranking_rule ADD COLUMN confirmed_by text,
  ADD CONSTRAINT a_rule_is_confirmed_by_a_second_person CHECK (confirmed_by <> adopted_by);
