create table pizzeria.customer_order (
    id text primary key,
    version bigint not null,
    state jsonb not null
);
