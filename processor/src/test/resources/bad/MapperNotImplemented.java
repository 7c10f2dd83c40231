package shop;

import io.neuroglia.handler.NotIndexed;
import org.mapstruct.Mapper;

//! [NEU017] MapStruct has not written shop.MapperNotImplementedImpl, the implementation of MapperNotImplemented. Put org.mapstruct:mapstruct-processor beside neuroglia-processor on the processor path, or mark MapperNotImplemented @NotIndexed. See docs/errors/NEU017.md
@Mapper
interface MapperNotImplemented {
    Target map(Source source);

    record Source(String name) {}

    record Target(String name) {}

    //! [NEU017] MapStruct has not written org.other.SpringyMapper, the implementation of MapperNotImplemented.Springy. Put org.mapstruct:mapstruct-processor beside neuroglia-processor on the processor path, or mark MapperNotImplemented.Springy @NotIndexed. See docs/errors/NEU017.md
    @Mapper(componentModel = "spring", implementationName = "SpringyMapper", implementationPackage = "org.other")
    interface Springy {
        Source back(Target target);
    }

    @NotIndexed
    @Mapper
    interface ByHand {
        Target map(Source source);
    }

    // Maps nothing that the index would hold.
    @Mapper
    interface Conversions {
        default String text(Source source) {
            return source.name();
        }
    }
}
