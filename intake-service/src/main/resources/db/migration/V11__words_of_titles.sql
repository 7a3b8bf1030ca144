-- Words of a title are looked up by their pairs of neighbouring characters (二元分词): Chinese has no spaces
-- between words, and most words are two characters, fewer than the three that trigrams need.
create function bigrams(words text) returns text[]
    language sql immutable strict parallel safe
    return (
        select coalesce(array_agg(distinct substr(lower(words), at, 2)), '{}')
        from generate_series(1, length(words) - 1) at);

create index cases_by_words_of_title on hotline_case using gin (bigrams(title));
