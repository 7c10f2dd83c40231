create table pizza (name text primary key);
