-- Registrations that were begun and not finished (草稿): saved every few seconds while somebody types.
CREATE TABLE registration_draft (
  -- Chosen by the page on which it is typed: its first save may be sent twice.
  id             uuid        NOT NULL,
  owner_ref      text        NOT NULL,
  -- As the token of the owner says it, for the list of the shift lead; it goes with the draft.
  owner_name     text        NOT NULL,
  version        bigint      NOT NULL,
  -- The act that wrote it last: sent again, it writes nothing else.
  save_key       uuid        NOT NULL,
  -- What citizens said, sealed with a key of its own that is made anew with each save and erased with the row.
  key_version    smallint    NOT NULL,
  wrapped_key    bytea       NOT NULL,
  sealed_head    bytea       NOT NULL,
  sealed_content bytea       NOT NULL,
  begun_at       timestamptz NOT NULL,
  changed_at     timestamptz NOT NULL,
  -- Typed into or handed over last: from then on it is kept for a week. Without an index: it changes with every save,
  -- and the table is as long as what is unfinished.
  touched_at     timestamptz NOT NULL,
  -- Who had it before it was handed over.
  handed_from    text,
  CONSTRAINT draft_has_an_identity PRIMARY KEY (id)
);
CREATE INDEX drafts_of_an_operator ON registration_draft (owner_ref, begun_at DESC, id DESC);
CREATE INDEX newest_drafts_first ON registration_draft (begun_at DESC, id DESC);

-- Which draft the shift lead gave to whom (交接). It outlives the draft: who had it is told where it went.
CREATE TABLE draft_handover (
  draft_id  uuid        NOT NULL,
  -- The version that the draft has from then on.
  version   bigint      NOT NULL,
  handed_at timestamptz NOT NULL,
  handed_by text        NOT NULL,
  from_ref  text        NOT NULL,
  to_ref    text        NOT NULL,
  to_name   text        NOT NULL,
  CONSTRAINT version_of_a_draft_is_handed_over_once PRIMARY KEY (draft_id, version),
  CONSTRAINT draft_is_handed_to_another CHECK (from_ref <> to_ref)
);

-- Operators who began a registration of late: to one of them a draft is handed.
CREATE TABLE draft_seat (
  user_ref text        NOT NULL,
  name     text        NOT NULL,
  seen_at  timestamptz NOT NULL,
  CONSTRAINT seat_is_one_per_operator PRIMARY KEY (user_ref)
);
