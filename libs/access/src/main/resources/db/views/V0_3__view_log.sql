-- Who viewed a case, or looked for a person: nothing personal, only who, as what, when, which case.
-- Each row is chained to the one before it by its hash, so that a row that was changed, taken out or
-- put in later is noticed. There are sixteen chains, since in one all readers would wait for each
-- other; a backend keeps to one and takes it last in its transaction, so no deadlock is possible.
CREATE TABLE view_chain (
  chain     integer NOT NULL,
  -- How many rows the chain has, and the hash of the last: what an auditor writes down elsewhere.
  length    bigint  NOT NULL,
  last_hash bytea   NOT NULL,
  CONSTRAINT view_chain_has_one_head PRIMARY KEY (chain),
  CONSTRAINT view_chain_has_a_length CHECK (length >= 0)
) WITH (fillfactor = 50);
INSERT INTO view_chain (chain, length, last_hash) SELECT n, 0, '\x' FROM generate_series(0, 15) n;

CREATE TABLE view_log (
  chain     integer     NOT NULL,
  position  bigint      NOT NULL,
  actor     text        NOT NULL,
  unit      text,
  roles     text        NOT NULL,
  operation text        NOT NULL,
  -- Null where no case was opened: a person was looked for.
  case_id   uuid,
  viewed_at timestamptz NOT NULL,
  -- Real time, also when the other times come from a simulated clock.
  logged_at timestamptz NOT NULL,
  hash      bytea       NOT NULL,
  CONSTRAINT view_has_its_place_in_a_chain PRIMARY KEY (chain, position),
  CONSTRAINT view_is_of_a_chain FOREIGN KEY (chain) REFERENCES view_chain (chain),
  CONSTRAINT view_is_numbered_from_one CHECK (position > 0)
);
-- No foreign key to the case: who viewed it stays known whatever becomes of it.
CREATE INDEX views_of_a_case ON view_log (case_id, logged_at DESC, chain, position) WHERE case_id IS NOT NULL;

-- The texts as a JSON array: no two rows are written alike. STABLE since json_build_array is: whoever
-- verifies many rows calls no function for each.
CREATE FUNCTION view_hash(before bytea, seen view_log) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(before || convert_to(json_build_array(
    seen.chain, seen.position, seen.actor, seen.unit, seen.roles, seen.operation, seen.case_id,
    (extract(epoch FROM seen.viewed_at) * 1000000)::bigint,
    (extract(epoch FROM seen.logged_at) * 1000000)::bigint)::text, 'UTF8'))
$$;

-- In the database: the head of the chain is locked for one statement and not for a round trip.
CREATE FUNCTION chain_view() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head view_chain;
BEGIN
  SELECT * INTO STRICT head FROM view_chain WHERE chain = pg_backend_pid() % 16 FOR NO KEY UPDATE;
  new.chain := head.chain;
  new.position := head.length + 1;
  new.logged_at := clock_timestamp();
  new.hash := view_hash(head.last_hash, new);
  UPDATE view_chain SET length = new.position, last_hash = new.hash WHERE chain = head.chain;
  RETURN new;
END $$;
CREATE TRIGGER view_is_chained BEFORE INSERT ON view_log FOR EACH ROW EXECUTE FUNCTION chain_view();

-- By mistake nothing is changed or taken out; who does it on purpose breaks the chain.
CREATE FUNCTION keep_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What was viewed stays as it was written';
END $$;
CREATE TRIGGER view_stays BEFORE UPDATE OR DELETE ON view_log FOR EACH ROW EXECUTE FUNCTION keep_view();
