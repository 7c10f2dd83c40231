-- How an event ended with a handler: handled, or ended by somebody without the handler.
alter table handled add column outcome text not null default 'handled'
    check (outcome in ('handled', 'skipped', 'discarded'));

-- What people did about deliveries, for audit; never deleted by the library.
create table intervention (
    id               bigint generated always as identity primary key,
    at               timestamptz not null default clock_timestamp(),
    action           text        not null check (action in ('retry', 'edit', 'skip', 'discard', 'replay')),
    actor            text        not null,
    reason           text        not null,
    event_id         uuid        not null,
    handler          text,
    previous_payload text
);

create index intervention_event on intervention (event_id, id);

-- The order in which unfinished deliveries are listed, page by page.
create index delivery_age on delivery (event_stored_at, event_id, handler);

-- Stack traces lie apart, so that counting many failed deliveries reads little.
alter table delivery set (toast_tuple_target = 128);
