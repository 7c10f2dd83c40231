package shop;

import io.neuroglia.handler.NotIndexed;
import org.mapstruct.Mapper;
import org.mapstruct.Named;

record User(String name) {}

record UserDto(String name) {}

record Badge(String name) {}

@Mapper
interface SeveralMappings {
    //! [NEU013] Two mappings from User to UserDto: OtherMapper.show and SeveralMappings.toDto. Take one away, or mark one @NotIndexed; MapStruct uses it all the same. See docs/errors/NEU013.md
    UserDto toDto(User user);

    //! [NEU013] Two mappings from User to Badge: SeveralMappings.toBadge and SeveralMappings.toOtherBadge. Take one away, or mark one @NotIndexed; MapStruct uses it all the same. See docs/errors/NEU013.md
    Badge toBadge(User user);

    //! [NEU013] Two mappings from User to Badge: SeveralMappings.toBadge and SeveralMappings.toOtherBadge. Take one away, or mark one @NotIndexed; MapStruct uses it all the same. See docs/errors/NEU013.md
    default Badge toOtherBadge(User user) {
        return new Badge(user.name());
    }
}

interface Showing<S, T> {
    T show(S source);
}

//! [NEU013] Two mappings from User to UserDto: OtherMapper.show and SeveralMappings.toDto. Take one away, or mark one @NotIndexed; MapStruct uses it all the same. See docs/errors/NEU013.md
@Mapper
interface OtherMapper extends Showing<User, UserDto> {
    @NotIndexed
    UserDto short_(User user);

    @Named("long")
    UserDto long_(User user);

    static UserDto toDto(User user) {
        return new UserDto(user.name());
    }
}

class SeveralMappingsImpl implements SeveralMappings {
    @Override
    public UserDto toDto(User user) {
        return new UserDto(user.name());
    }

    @Override
    public Badge toBadge(User user) {
        return new Badge(user.name());
    }
}

class OtherMapperImpl implements OtherMapper {
    @Override
    public UserDto show(User user) {
        return new UserDto(user.name());
    }

    @Override
    public UserDto short_(User user) {
        return show(user);
    }

    @Override
    public UserDto long_(User user) {
        return show(user);
    }
}
