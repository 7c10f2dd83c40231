package io.neuroglia.processor;

/** What the processor looks for in the mediation module, on which it does not depend. */
final class MediationNames {
    static final String REQUEST = "io.neuroglia.message.Request";
    static final String COMMAND = "io.neuroglia.message.Command";
    static final String QUERY = "io.neuroglia.message.Query";
    static final String STREAM_QUERY = "io.neuroglia.message.StreamQuery";
    static final String DOMAIN_EVENT = "io.neuroglia.message.DomainEvent";
    static final String LOGICAL_NAME = "io.neuroglia.message.LogicalName";
    static final String HANDLED_ELSEWHERE = "io.neuroglia.message.HandledElsewhere";

    static final String REQUEST_HANDLER = "io.neuroglia.handler.RequestHandler";
    static final String EVENT_HANDLER = "io.neuroglia.handler.EventHandler";
    static final String NOT_INDEXED = "io.neuroglia.handler.NotIndexed";
    static final String BEHAVIOR = "io.neuroglia.pipeline.PipelineBehavior";

    static final String CACHED = "io.neuroglia.caching.Cached";
    static final String RUNS_AFTER = "io.neuroglia.pipeline.RunsAfter";
    static final String MEDIATOR = "io.neuroglia.mediation.Mediator";
    static final String UNIT_OF_WORK = "io.neuroglia.transaction.UnitOfWork";
    static final String MAPPER = "io.neuroglia.mapping.Mapper";
    static final String MAPPER_BUILDER = "io.neuroglia.mapping.MapperBuilder";

    static final String APPLICATION = "io.neuroglia.mediation.NeurogliaApplication";

    static final String HANDLER_INDEX = "io.neuroglia.handler.spi.HandlerIndex";
    static final String INDEXED = "io.neuroglia.handler.spi.Indexed";
    static final String INDEX_POINTER = "io.neuroglia.handler.spi.IndexPointer";
    static final String INDEX_SERVICE = "META-INF/services/" + HANDLER_INDEX;

    static final String MAPPING_SERVICE = "META-INF/services/io.neuroglia.mapping.spi.MappingIndex";

    private MediationNames() {}
}
