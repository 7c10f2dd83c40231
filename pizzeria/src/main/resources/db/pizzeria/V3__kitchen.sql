-- One row: whoever changes it makes all others wait, so the kitchen's capacity cannot be exceeded.
create table pizzeria.kitchen_load (
    only_row boolean primary key default true check (only_row),
    open_orders integer not null check (open_orders >= 0)
);

insert into pizzeria.kitchen_load (open_orders) values (0);

create table pizzeria.kitchen_display (
    order_id text primary key,
    status text not null,
    staff_id text not null,
    started_at timestamptz not null,
    estimated_completion timestamptz not null
);
