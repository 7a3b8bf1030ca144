-- Messages to the mobile telephones of citizens (短信), written in the transaction of what causes them and handed to the operator's
-- gateway afterwards. Personal data is sealed with the key of the case in the vault and goes with it.
CREATE TABLE text_message (
  id          uuid        NOT NULL,
  case_id     uuid        NOT NULL,
  kind        text        NOT NULL,
  -- The event, the reply or the act that causes it.
  cause       text        NOT NULL,
  -- The round that is to be rated, of a question about one.
  round       integer,
  -- The keyed hash of the number, as in the vault.
  to_hash     bytea       NOT NULL,
  -- The text with the query code masked; the code apart, so that it can be forgotten and is never opened for a page.
  sealed      bytea       NOT NULL,
  sealed_code bytea,
  parts       integer     NOT NULL,
  state       text        NOT NULL,
  reason      text,
  tries       integer     NOT NULL DEFAULT 0,
  -- Noted before it is handed over: how often the gateway has not answered, or who asked was killed. Then it may have arrived.
  unanswered  integer     NOT NULL DEFAULT 0,
  tried_at    timestamptz,
  queued_at   timestamptz NOT NULL,
  next_try_at timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  -- Until then it wakes nobody, who has just called or written; null where it never goes in quiet hours.
  awake_until timestamptz,
  gateway_id  text,
  sent_at     timestamptz,
  ended_at    timestamptz,
  answered_at timestamptz,
  CONSTRAINT text_message_has_an_identity PRIMARY KEY (id),
  CONSTRAINT cause_of_a_text_message_is_told_once UNIQUE (case_id, kind, cause),
  CONSTRAINT text_message_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id),
  CONSTRAINT question_says_which_round CHECK ((kind = 'RATING_ASKED') = (round IS NOT NULL)),
  CONSTRAINT what_the_gateway_has_says_since_when CHECK (state NOT IN ('SENT', 'DELIVERED', 'UNDELIVERED') OR sent_at IS NOT NULL),
  CONSTRAINT what_waits_has_not_ended CHECK (state <> 'WAITING' OR ended_at IS NULL),
  CONSTRAINT what_was_not_answered_says_when CHECK (unanswered >= 0 AND (unanswered = 0 OR tried_at IS NOT NULL))
);
-- What is to be sent next, and what has become too old.
CREATE INDEX waiting_text_messages_by_turn ON text_message (next_try_at, id) WHERE state = 'WAITING';
-- What the gateway has not answered yet: a receipt that nobody knows may be for one of these.
CREATE INDEX text_messages_in_hand ON text_message (tried_at) WHERE state = 'WAITING' AND unanswered > 0;
-- A receipt names the message by the number that the gateway gave it.
CREATE INDEX sent_text_messages_by_gateway_id ON text_message (gateway_id) WHERE gateway_id IS NOT NULL;
-- A reply names nothing but the number that it comes from.
CREATE INDEX text_messages_by_number ON text_message (to_hash, queued_at);
CREATE INDEX failed_text_messages_by_time ON text_message (ended_at DESC, id DESC) WHERE state IN ('FAILED', 'UNDELIVERED');
CREATE INDEX query_codes_to_forget ON text_message (queued_at) WHERE sealed_code IS NOT NULL;

-- What citizens answered; of numbers that no message went to nothing is kept.
CREATE TABLE text_reply (
  id          uuid        NOT NULL,
  case_id     uuid        NOT NULL,
  -- A keyed digest: the gateway may hand the same reply over again.
  reply_key   text        NOT NULL,
  -- A keyed digest of number and words, where the gateway gives no name: the same words may be the same reply, hours later.
  words_key   text,
  sealed      bytea       NOT NULL,
  outcome     text        NOT NULL,
  received_at timestamptz NOT NULL,
  CONSTRAINT text_reply_has_an_identity PRIMARY KEY (id),
  CONSTRAINT reply_is_heard_once UNIQUE (reply_key),
  CONSTRAINT text_reply_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
);
CREATE INDEX text_replies_of_a_case ON text_reply (case_id, received_at);
CREATE INDEX text_replies_with_the_same_words ON text_reply (words_key, received_at) WHERE words_key IS NOT NULL;

-- Numbers that want no messages (退订).
CREATE TABLE text_stop (
  phone_hash bytea       NOT NULL,
  stopped_at timestamptz NOT NULL,
  CONSTRAINT number_stops_once PRIMARY KEY (phone_hash)
);

-- Who took that back, on the word of the citizen who called (恢复短信).
CREATE TABLE text_stop_lifted (
  id         uuid        NOT NULL,
  case_id    uuid        NOT NULL,
  stopped_at timestamptz NOT NULL,
  lifted_at  timestamptz NOT NULL,
  lifted_by  text        NOT NULL,
  CONSTRAINT lifted_stop_has_an_identity PRIMARY KEY (id),
  CONSTRAINT lifted_stop_belongs_to_a_case FOREIGN KEY (case_id) REFERENCES hotline_case (id)
);

-- Whoever erases a person from the vault: the number is not to be recognised here either. What is sealed cannot be opened any more.
CREATE FUNCTION forget_number_of_text_messages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE text_message SET to_hash = '', sealed_code = NULL WHERE case_id = OLD.case_id;
  UPDATE text_reply SET reply_key = 'erased ' || id, words_key = NULL WHERE case_id = OLD.case_id;
  RETURN NULL;
END $$;
CREATE TRIGGER number_of_text_messages_goes_with_the_person
  AFTER DELETE ON vault_contact
  FOR EACH ROW EXECUTE FUNCTION forget_number_of_text_messages();
