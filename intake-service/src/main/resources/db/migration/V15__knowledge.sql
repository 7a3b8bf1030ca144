-- The knowledge base (知识库): what the hotline may read out, whose it is, and until when somebody must have looked at it again.
CREATE SEQUENCE knowledge_code;

CREATE TABLE knowledge_item (
  code              text        PRIMARY KEY,
  owner_unit        text        NOT NULL,
  -- Of the published version; of the draft before there is one.
  title             text        NOT NULL,
  -- The title that it had in a file, by which that file knows it however it is called now.
  imported_as       text,
  published_version integer,
  draft_version     integer,
  draft_state       text,
  draft_writers     text[]      NOT NULL DEFAULT '{}',
  draft_saves       integer     NOT NULL DEFAULT 0,
  sent_back_because text,
  review_by         date,
  retired_at        timestamptz,
  retired_by        text,
  retired_because   text,
  created_at        timestamptz NOT NULL,
  version           bigint      NOT NULL,
  CONSTRAINT knowledge_draft_has_a_state CHECK ((draft_version IS NULL) = (draft_state IS NULL)),
  CONSTRAINT knowledge_draft_follows_what_is_published
    CHECK (draft_version IS NULL OR draft_version = coalesce(published_version, 0) + 1),
  CONSTRAINT published_knowledge_is_reviewed_some_day CHECK ((published_version IS NULL) = (review_by IS NULL)),
  CONSTRAINT retired_knowledge_says_by_whom_and_why CHECK (num_nulls(retired_at, retired_by, retired_because) IN (0, 3)),
  CONSTRAINT retired_knowledge_has_no_draft CHECK (retired_at IS NULL OR draft_version IS NULL)
);
CREATE INDEX knowledge_by_owner ON knowledge_item (owner_unit);
-- The list of what is due for review, overdue first.
CREATE INDEX knowledge_by_review ON knowledge_item (review_by, code) WHERE published_version IS NOT NULL AND retired_at IS NULL;

CREATE TABLE knowledge_version (
  code           text        NOT NULL REFERENCES knowledge_item (code),
  version        integer     NOT NULL,
  title          text        NOT NULL,
  questions      text[]      NOT NULL,
  answer         text        NOT NULL,
  notes          text,
  category_codes text[]      NOT NULL,
  place_codes    text[]      NOT NULL,
  valid_from     date        NOT NULL,
  valid_to       date,
  review_by      date        NOT NULL,
  change_note    text,
  written_at     timestamptz NOT NULL,
  written_by     text        NOT NULL,
  published_at   timestamptz,
  published_by   text,
  PRIMARY KEY (code, version),
  CONSTRAINT published_version_says_by_whom CHECK ((published_at IS NULL) = (published_by IS NULL)),
  CONSTRAINT knowledge_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT knowledge_is_published_by_another_than_its_last_writer CHECK (published_by <> written_by)
);

-- A version that was published is what citizens were told: it is never changed.
CREATE FUNCTION published_knowledge_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'Version % of % is published and stays as it is', OLD.version, OLD.code;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER published_knowledge_stays BEFORE UPDATE OR DELETE ON knowledge_version
  FOR EACH ROW EXECUTE FUNCTION published_knowledge_stays();

-- What operators search: the published versions of the items that are not retired, each until the day before the next
-- one begins, so that at most one of an item holds on a day. Words are pairs of neighbouring characters, as for the
-- titles of cases; those that begin with ~ are of the pinyin initials of the title.
CREATE TABLE knowledge_search (
  code           text    NOT NULL REFERENCES knowledge_item (code),
  version        integer NOT NULL,
  title_words    text[]  NOT NULL,
  words          text[]  NOT NULL,
  category_codes text[]  NOT NULL,
  place_codes    text[]  NOT NULL,
  valid_from     date    NOT NULL,
  valid_to       date,
  PRIMARY KEY (code, version),
  FOREIGN KEY (code, version) REFERENCES knowledge_version (code, version)
);
-- A form that is being typed asks several times a minute, and is answered from titles and questions alone.
CREATE INDEX knowledge_by_title ON knowledge_search USING gin (title_words);
CREATE INDEX knowledge_by_words ON knowledge_search USING gin (words);
CREATE INDEX knowledge_by_category ON knowledge_search USING gin (category_codes);

-- One row for each day on which an item had to be looked at again (复审), and when that was done.
CREATE TABLE knowledge_review (
  code        text NOT NULL REFERENCES knowledge_item (code),
  due_on      date NOT NULL,
  reviewed_at timestamptz,
  reviewed_by text,
  PRIMARY KEY (code, due_on),
  CONSTRAINT review_says_by_whom CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL))
);
CREATE INDEX knowledge_reviews_by_day ON knowledge_review (due_on);
CREATE UNIQUE INDEX knowledge_waits_for_one_review ON knowledge_review (code) WHERE reviewed_at IS NULL;

-- Answered wrongly (答错了): what was read out is said to be wrong, and what its owner decided.
CREATE TABLE knowledge_report (
  id             uuid        PRIMARY KEY,
  code           text        NOT NULL,
  version        integer     NOT NULL,
  case_id        uuid        REFERENCES hotline_case (id),
  reason         text        NOT NULL,
  words          text,
  reported_at    timestamptz NOT NULL,
  reported_by    text        NOT NULL,
  decision       text,
  decided_at     timestamptz,
  decided_by     text,
  decided_because text,
  FOREIGN KEY (code, version) REFERENCES knowledge_version (code, version),
  CONSTRAINT decided_report_says_by_whom_and_why
    CHECK (num_nulls(decision, decided_at, decided_by, decided_because) IN (0, 4))
);
CREATE INDEX knowledge_reports_of_an_item ON knowledge_report (code, reported_at);
CREATE INDEX knowledge_reports_of_a_case ON knowledge_report (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX knowledge_reports_to_decide ON knowledge_report (code) WHERE decision IS NULL;
-- The same person says the same of the same answer once.
CREATE UNIQUE INDEX answer_is_reported_once_by_one_person ON knowledge_report (case_id, code, version, reported_by)
  WHERE case_id IS NOT NULL;

-- How often an item was used, and the answers of a period that rest on one.
CREATE INDEX answers_from_knowledge ON hotline_case (knowledge_item, knowledge_version, answered_at)
  WHERE knowledge_item IS NOT NULL;

-- Answers may rest on another base whose codes look like those of this one: its own begin above them.
SELECT setval('knowledge_code', max(substr(knowledge_item, 5)::bigint))
FROM hotline_case WHERE knowledge_item ~ '^ZSK-[0-9]{6,8}$' HAVING max(substr(knowledge_item, 5)::bigint) > 0;
