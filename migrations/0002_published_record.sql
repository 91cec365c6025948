-- What other modules may read of a source's records in SQL: those that give a place.
create view sources.published_record as
  select source, record_key, fields, missing_since, first_seen_at from sources.record where rejection is null;
