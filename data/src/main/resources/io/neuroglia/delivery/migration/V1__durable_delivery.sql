-- One row per live incarnation of a process. Whoever finds a lease expired may take over the work it owned.
create table process (
    incarnation bigint generated always as identity primary key,
    name        text        not null,
    started_at  timestamptz not null default clock_timestamp(),
    lease_until timestamptz not null
) with (fillfactor = 50);

-- Where events stand among those of their key. Two transactions that raise events of one key run one after the other, so
-- the numbers they draw follow the order of their commits. Gaps mean nothing.
create sequence event_position;

-- One row per event. pending holds the handlers that have not had their first attempt and need not wait for an earlier
-- event of the key; owner the incarnation that is about to deliver. Partitions by day, so that finished events are dropped
-- whole. The owner is in no index: taking over and giving back stay cheap. takeovers counts owners that died with it.
create table event (
    id           uuid        not null,
    stored_at    timestamptz not null default clock_timestamp(),
    key          text,
    sequence     bigint      not null,
    ordinal      integer     not null,
    type         text        not null,
    type_version integer     not null,
    payload      text        not null,
    headers      text        not null,
    owner        bigint,
    pending      text[]      not null,
    position     bigint      not null default nextval('event_position'),
    takeovers    integer     not null default 0,
    primary key (id, stored_at)
) partition by range (stored_at);

create index event_unfinished on event (stored_at, id) where pending <> '{}';

-- Whether an event of a key is unfinished: asked by each event of that key that is stored.
create index event_turn on event (key) where pending <> '{}' and key is not null;

-- A safety net: an event whose day has no partition yet is stored all the same.
create table event_default partition of event default;

-- Rows only for what cannot go the short way: waiting for earlier events of its key, failed and to be repeated. Of one
-- handler and key at most one delivery is under way, here or in event.pending; all others wait. What is unresolved is
-- parked only until a process comes that knows its handler and type.
create table delivery (
    event_id        uuid        not null,
    event_stored_at timestamptz not null,
    handler         text        not null,
    key             text,
    sequence        bigint      not null,
    ordinal         integer     not null,
    state           text        not null check (state in ('waiting', 'retry', 'parked', 'scheduled')),
    attempt         integer     not null,
    due_at          timestamptz not null,
    owner           bigint,
    error           text,
    stack_trace     text,
    created_at      timestamptz not null default clock_timestamp(),
    position        bigint      not null default 0,
    unresolved      boolean     not null default false,
    primary key (event_id, handler)
);

create index delivery_due on delivery (due_at) where state in ('retry', 'scheduled');

-- The next of a handler and key, and whether one of them is under way.
create index delivery_turn on delivery (handler, key, position) where key is not null;
create index delivery_under_way on delivery (handler, key) where key is not null and state <> 'waiting';

create index delivery_unresolved on delivery (handler) where unresolved;

-- The inbox: written in a handler's own transaction, so that its effects happen once however often it is called.
create table handled (
    message_id uuid        not null,
    handler    text        not null,
    handled_at timestamptz not null default clock_timestamp(),
    primary key (message_id, handler)
);

create index handled_age on handled using brin (handled_at);
