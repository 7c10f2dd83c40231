-- How many orders are open, pending or cooking, counted in several rows: each has its share of the kitchen's capacity,
-- which cannot be exceeded, because whoever changes a row makes others wait for it or take another.
create table pizzeria.kitchen_load (
    part integer primary key check (part between 0 and 15),
    open_orders integer not null check (open_orders >= 0)
);

insert into pizzeria.kitchen_load (part, open_orders)
select part, 0 from generate_series(0, 15) as part;

create table pizzeria.kitchen_display (
    order_id text primary key,
    status text not null,
    staff_id text not null,
    started_at timestamptz not null,
    estimated_completion timestamptz not null
);
