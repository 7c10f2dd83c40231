create table pizzeria.notification (
    id bigint generated always as identity primary key,
    order_id text not null,
    channel text not null,
    recipient text not null,
    message text not null,
    sent_at timestamptz not null
);

create index notification_of_order on pizzeria.notification (order_id);
