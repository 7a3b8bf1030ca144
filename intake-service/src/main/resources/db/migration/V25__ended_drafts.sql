-- Unfinished registrations that ended without a case (草稿的舍弃与到期): without what was typed, which is erased with the draft.
-- What its own operator discards is not among them; what was handed over before is, and what nobody touched for a week.
CREATE TABLE draft_ending (
  draft_id    uuid        NOT NULL,
  begun_at    timestamptz NOT NULL,
  ended_at    timestamptz NOT NULL,
  ending      text        NOT NULL,
  reason      text,
  -- Who had it then, and so who discarded it.
  owner_ref   text        NOT NULL,
  owner_name  text        NOT NULL,
  -- Who had it before it was handed over.
  handed_from text,
  -- A page may begin once more under the id of what has ended.
  CONSTRAINT draft_ends_once_for_each_beginning PRIMARY KEY (draft_id, begun_at),
  CONSTRAINT draft_is_discarded_for_a_reason CHECK (
    CASE ending WHEN 'DISCARDED' THEN reason IS NOT NULL AND handed_from IS NOT NULL WHEN 'EXPIRED' THEN reason IS NULL ELSE false END)
);
CREATE INDEX drafts_ended_last_first ON draft_ending (ended_at DESC, draft_id DESC);
