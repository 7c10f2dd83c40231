-- What an application needs whose tables belong to somebody else (SchemaManagement.CHECK): replace application_role and, if
-- the schema has another name, neuroglia. Partitions need no grants of their own; rows reach them through their tables.
grant usage on schema neuroglia to application_role;
grant select, insert on neuroglia.application to application_role;
grant select, insert, update, delete on
    neuroglia.process, neuroglia.work, neuroglia.delivery, neuroglia.edited_event to application_role;
grant select, insert on neuroglia.event, neuroglia.intervention to application_role;
grant select, insert, delete on neuroglia.handled to application_role;
grant select on neuroglia.event_default, neuroglia.handled_default to application_role;
grant usage on sequence neuroglia.event_position to application_role;
