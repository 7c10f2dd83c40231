package neighbours;

import io.neuroglia.mapping.Mapper;
import io.neuroglia.mapping.MapperBuilder;
import io.neuroglia.mapping.spi.MappingIndex;
import io.neuroglia.mediation.Mediator;
import java.util.ServiceLoader;

public final class Neighbours {
    private Neighbours() {}

    public static void main(String[] arguments) {
        Mediator mediator = Mediator.builder()
                .indexed()
                .provide(Mapper.class, mapper())
                .provide(Integer.class, 12)
                .build();
        System.out.println(mediator.execute(new FindPizza("margherita")).data());
        mediator.publish(new WrittenMapperHandler.Priced("margherita"));
    }

    private static Mapper mapper() {
        MapperBuilder builder = Mapper.builder();
        ServiceLoader.load(MappingIndex.class).forEach(builder::index);
        return builder.build();
    }
}
