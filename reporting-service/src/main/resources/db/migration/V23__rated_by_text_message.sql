-- Who rated by replying to a text message (短信) was not called either. The condition is that of the list, word for word.
CREATE INDEX cases_rated_without_a_call_by_time ON case_record (accepted_at DESC, case_id DESC)
  WHERE accepted_at IS NOT NULL AND standing IN ('CLOSED', 'ARCHIVED') AND rated_via IN ('SELF_SERVICE', 'SMS');
DROP INDEX self_rated_cases_by_time;
