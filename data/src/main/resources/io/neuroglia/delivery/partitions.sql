-- Housekeeping for applications that may not create or drop tables (SchemaManagement.CHECK). To be run several times a day
-- by the owner of the tables, outside of a transaction and with the schema in search_path, for example by cron:
--
--     PGOPTIONS='-c search_path=neuroglia -c neuroglia.retention_days=30' psql -d shop -f partitions.sql
--
-- Creates the partitions of the coming days and of what the default partitions have caught, and drops the days whose
-- retention is over and whose events are all finished. Waits only briefly for each lock, tries again, and leaves to the
-- next run, with a warning, what it could not do.
do $partitions$
declare
    days_kept constant int := coalesce(nullif(current_setting('neuroglia.retention_days', true), ''), '30');
    today constant date := (clock_timestamp() at time zone 'UTC')::date;
    action text;
    step record;
    parent text;
    time_column text;
    part text;
    done boolean;
begin
  foreach action in array array['create', 'drop'] loop
    for step in
        -- Days of rows in the default partitions, today and the next three, without a partition
        select wanted.day, wanted.parent from (
            select (stored_at at time zone 'UTC')::date as day, 'event' as parent from event_default
            union select (event_stored_at at time zone 'UTC')::date, 'handled' from handled_default
            union select today + ahead, p from generate_series(0, 3) as ahead, unnest(array['event', 'handled']) as p
        ) wanted
        where action = 'create' and to_regclass(wanted.parent || '_d' || to_char(wanted.day, 'YYYYMMDD')) is null
        union
        -- Days that are over, attached or left detached by a run that was interrupted
        select to_date(right(c.relname, 8), 'YYYYMMDD'), 'both'
        from pg_class c
        where action = 'drop' and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
            and c.relname ~ '^(event|handled)_d[0-9]{8}$'
            and to_date(right(c.relname, 8), 'YYYYMMDD') < today - days_kept
        order by 1, 2
    loop
        done := false;
        for tried in 1..20 loop
            begin
                perform set_config('lock_timeout', '20ms', true);
                if action = 'create' then
                    parent := step.parent;
                    time_column := case parent when 'event' then 'stored_at' else 'event_stored_at' end;
                    part := parent || '_d' || to_char(step.day, 'YYYYMMDD');
                    -- Nobody inserts meanwhile what may be of that day, as it would be refused
                    execute format('lock table only %I in share row exclusive mode', parent);
                    execute format('lock table %I in access exclusive mode', parent || '_default');
                    if to_regclass(part) is null then
                        execute format('create table %I (like %I including all excluding indexes)', part, parent);
                        execute format(
                            'with moved as (delete from %I where %I >= %L and %I < %L returning *) insert into %I select * from moved',
                            parent || '_default', time_column, step.day || ' 00:00Z', time_column, (step.day + 1) || ' 00:00Z', part);
                        execute format('alter table %I attach partition %I for values from (%L) to (%L)',
                            parent, part, step.day || ' 00:00Z', (step.day + 1) || ' 00:00Z');
                    end if;
                else
                    -- Locked first and checked then: a replay that began before has stored its deliveries
                    lock table only event, only handled in access exclusive mode;
                    if not exists (select 1 from work where stored_at >= (step.day || ' 00:00Z')::timestamptz
                                and stored_at < ((step.day + 1) || ' 00:00Z')::timestamptz)
                            and not exists (select 1 from delivery
                                where event_stored_at >= (step.day || ' 00:00Z')::timestamptz
                                    and event_stored_at < ((step.day + 1) || ' 00:00Z')::timestamptz) then
                        foreach parent in array array['event', 'handled'] loop
                            part := parent || '_d' || to_char(step.day, 'YYYYMMDD');
                            if exists (select 1 from pg_class where oid = to_regclass(part) and relispartition) then
                                execute format('alter table %I detach partition %I', parent, part);
                            end if;
                            execute format('drop table if exists %I', part);
                        end loop;
                    end if;
                end if;
                done := true;
            exception
                when lock_not_available or deadlock_detected then
                    null; -- somebody is at work; after the pause it is tried again
            end;
            commit;
            exit when done;
            perform pg_sleep(0.02 + random() * 0.08);
        end loop;
        if not done then
            raise warning 'Could not % the partition of % for %; it is tried again by the next run',
                action, step.parent, step.day;
        end if;
    end loop;
  end loop;
end
$partitions$;
