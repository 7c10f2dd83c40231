package io.neuroglia.processor;

import java.util.Set;

/** What the processor looks for of MapStruct, on which neither it nor the mediation module depends. */
final class MapStructNames {
    static final String MAPPER = "org.mapstruct.Mapper";
    static final String MAPPER_CONFIG = "org.mapstruct.MapperConfig";
    static final String QUALIFIER = "org.mapstruct.Qualifier";
    static final String DEFAULT_COMPONENT_MODEL_OPTION = "mapstruct.defaultComponentModel";

    /** The component model of mappers that need no container. */
    static final String NO_CONTAINER = "default";

    /** Methods with one of these serve the mappings of the same mapper and are none themselves. */
    static final Set<String> SERVANTS = Set.of(
            "org.mapstruct.AfterMapping",
            "org.mapstruct.BeforeMapping",
            "org.mapstruct.Condition",
            "org.mapstruct.ObjectFactory");

    static final Set<String> SPECIAL_PARAMETERS =
            Set.of("org.mapstruct.Context", "org.mapstruct.MappingTarget", "org.mapstruct.TargetType");

    private MapStructNames() {}
}
