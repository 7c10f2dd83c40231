-- What has failed is looked for among many that only wait: to be listed, and to be retried by the filter of a person.
create index delivery_failed on delivery (event_stored_at, event_id, handler) where state in ('retry', 'parked');
