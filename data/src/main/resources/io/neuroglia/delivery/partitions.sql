-- Creates the partitions of today and the next seven days, for those who do so instead of the application
-- (schema management "check"). Whoever runs this sets search_path to the schema first, and runs it again within a week.
do $$
declare
    today  date := (clock_timestamp() at time zone 'UTC')::date;
    parent text;
    child  text;
begin
    for ahead in 0..7 loop
        foreach parent in array array['event', 'handled'] loop
            child := parent || '_d' || to_char(today + ahead, 'YYYYMMDD');
            if to_regclass(child) is null then
                execute format('create table %I partition of %I for values from (%L) to (%L)',
                    child, parent, today + ahead || ' 00:00Z', today + ahead + 1 || ' 00:00Z');
            end if;
        end loop;
    end loop;
end $$;
