package neighbours;

import org.mapstruct.Mapper;

/** MapStruct needs the accessors that Lombok writes. */
@Mapper
interface PizzaMapper {
    PizzaView view(Pizza pizza);
}
