-- The tables of durable delivery. Names are unqualified: whoever runs this by hand sets search_path to the schema first.

-- The one application that this schema belongs to, so that a second one cannot take its events.
create table application (
    only_one    boolean     primary key default true check (only_one),
    name        text        not null,
    recorded_at timestamptz not null default clock_timestamp()
);

-- One row per live incarnation of a process. Its session holds an advisory lock as long as it lives.
create table process (
    incarnation bigint generated always as identity primary key,
    name        text        not null,
    started_at  timestamptz not null default clock_timestamp(),
    lease_until timestamptz not null
) with (fillfactor = 50);

-- Orders the events of a key. Transactions that raise events of one key run one after the other, so the numbers they draw
-- follow the order of their commits. Gaps mean nothing.
create sequence event_position;

-- The archive: written once, never updated, dropped by the day.
create table event (
    id           uuid        not null,
    stored_at    timestamptz not null default clock_timestamp(),
    position     bigint      not null default nextval('event_position'),
    key          text,
    sequence     bigint      not null,
    ordinal      integer     not null,
    type         text        not null,
    type_version integer     not null,
    payload      text        not null,
    headers      text        not null,
    primary key (id, stored_at)
) partition by range (stored_at);

-- Catches events whose day has no partition; housekeeping moves them when it creates that partition.
create table event_default partition of event default;

-- What people made an event say instead; read wherever the event is.
create table edited_event (
    event_id        uuid        not null primary key,
    event_stored_at timestamptz not null,
    type_version    integer     not null,
    payload         text        not null
);

-- One row per event that has handlers without a first attempt; deleted when it has none. pending holds their names, owner
-- the incarnation that is about to deliver it, takeovers how many owners died with it.
create table work (
    event_id  uuid        not null primary key,
    stored_at timestamptz not null,
    key       text,
    position  bigint      not null,
    owner     bigint,
    takeovers integer     not null default 0,
    pending   text[]      not null
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_insert_scale_factor = 0.5, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 10000,
    autovacuum_vacuum_cost_delay = 0);

create index work_age on work (stored_at, event_id);

-- Whether an event of a key is unfinished.
create index work_key on work (key, stored_at) where key is not null;

-- Rows only for what cannot take the fast path: waiting for an earlier event of its key, to be retried, parked, scheduled.
-- Of one handler and key at most one delivery is under way, here or in work; all others wait. What is unresolved is parked
-- only until a process comes that knows its handler and type.
create table delivery (
    event_id        uuid        not null,
    event_stored_at timestamptz not null,
    handler         text        not null,
    key             text,
    position        bigint      not null,
    state           text        not null check (state in ('waiting', 'retry', 'parked', 'scheduled')),
    attempt         integer     not null,
    due_at          timestamptz not null,
    owner           bigint,
    error           text,
    stack_trace     text,
    created_at      timestamptz not null default clock_timestamp(),
    unresolved      boolean     not null default false,
    primary key (event_id, handler)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 10000, autovacuum_vacuum_cost_delay = 0,
    toast_tuple_target = 128);

create index delivery_due on delivery (due_at) where state in ('retry', 'scheduled');

-- The next of a handler and key, and whether one of them is under way.
create index delivery_key on delivery (handler, key, position) where key is not null;
create index delivery_under_way on delivery (handler, key) where key is not null and state <> 'waiting';

create index delivery_unresolved on delivery (handler) where unresolved;

-- The order in which unfinished deliveries are listed, page by page; failed ones among many that only wait.
create index delivery_age on delivery (event_stored_at, event_id, handler);
create index delivery_failed on delivery (event_stored_at, event_id, handler) where state in ('retry', 'parked');

-- The inbox: written in a handler's own transaction, so that its effects happen once however often it is called.
-- Partitioned by the event's day and dropped together with it, so it lasts exactly as long as what it protects.
create table handled (
    event_id        uuid        not null,
    handler         text        not null,
    event_stored_at timestamptz not null,
    handled_at      timestamptz not null default clock_timestamp(),
    outcome         text        not null default 'handled' check (outcome in ('handled', 'skipped', 'discarded')),
    primary key (event_id, handler, event_stored_at)
) partition by range (event_stored_at);

create table handled_default partition of handled default;

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
