-- What each act answered, so that a repetition of the request gets the first answer and changes nothing.
-- Written in the transaction of the act: after a crash there is either the change with its answer, or neither.
create table kept_answer (
    -- SHA-256 of actor, method, path and Idempotency-Key, cut to 128 bits; the key itself is not kept.
    key_digest uuid not null,
    request_digest bytea not null,
    status smallint not null,
    -- Location, ETag, content type and body, encrypted under the Idempotency-Key: an answer may hold personal
    -- data, which must not lie readable outside the contact vault, and only who has the key may ask for it again.
    sealed_answer bytea not null,
    -- Real time, never the simulated clock: retries happen in real time.
    answered_at timestamptz not null default clock_timestamp(),
    constraint one_answer_per_idempotency_key primary key (key_digest),
    constraint only_success_is_kept check (status between 200 and 299)
);

create index kept_answers_are_pruned_oldest_first on kept_answer (answered_at);
