import io.neuroglia.message.DomainEvent;

record InTheUnnamedPackage() implements DomainEvent {}
