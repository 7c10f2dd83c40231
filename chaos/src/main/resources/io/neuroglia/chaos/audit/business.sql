-- What the application itself keeps, apart from the library's tables. The audit reads nothing else.
create schema chaos;

create table chaos.tally (id text primary key, version bigint not null, state jsonb not null);

-- Keys of events without an aggregate.
create table chaos.counter (key text primary key, number bigint not null);

-- The truth: written by a command in its own transaction, one row for each event that it raises.
create table chaos.raised (
    event    text primary key,
    command  text        not null,
    key      text,
    sequence bigint      not null,
    ordinal  integer     not null,
    node     text        not null,
    at       timestamptz not null default clock_timestamp()
);

-- Written by handlers in the transactions of their deliveries. No constraint forbids a second row: the audit is to find
-- it. previous is the event whose effect was the last of the same handler and key that the delivery could see, which is
-- how it proves that it came in its turn.
create table chaos.effect (
    position bigint generated always as identity,
    handler  text        not null,
    event    text        not null,
    key      text,
    sequence bigint      not null,
    ordinal  integer     not null,
    node     text        not null,
    previous text,
    at       timestamptz not null default clock_timestamp()
);

create index effect_key on chaos.effect (handler, key, position);

-- Rows that a long transaction holds.
create table chaos.bystander (id integer primary key, touched integer not null);

insert into chaos.bystander values (1, 0);
