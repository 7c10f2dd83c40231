package shop;

import io.neuroglia.mapping.Mapper;
import java.util.List;

class MissingMapping {
    record User(String name) {}

    record UserDto(String name) {}

    record Badge(String name) {}

    interface Named {}

    record Pet(String name) implements Named {}

    static class Open {}

    private final Mapper mapper = Mapper.builder()
            .mapping(User.class, Badge.class, user -> new Badge(user.name()))
            .mapping(Named.class, Badge.class, named -> new Badge("named"))
            .build();

    UserDto one(User user) {
        //! [NEU014] No mapping from MissingMapping.User to MissingMapping.UserDto. Declare a method for it in an interface with MapStruct's @Mapper, or register one with Mapper.builder().mapping(…). See docs/errors/NEU014.md
        return mapper.map(user, UserDto.class);
    }

    List<UserDto> many(List<User> users) {
        //! [NEU014] No mapping from MissingMapping.User to MissingMapping.UserDto. Declare a method for it in an interface with MapStruct's @Mapper, or register one with Mapper.builder().mapping(…). See docs/errors/NEU014.md
        return mapper.mapAll(users, UserDto.class);
    }

    UserDto text(String name) {
        //! [NEU014] No mapping from String to MissingMapping.UserDto. Declare a method for it in an interface with MapStruct's @Mapper, or register one with Mapper.builder().mapping(…). See docs/errors/NEU014.md
        return mapper.map(name, UserDto.class);
    }

    @SuppressWarnings("NEU014")
    UserDto elsewhere(User user) {
        return mapper.map(user, UserDto.class);
    }

    UserDto said(User user) {
        @SuppressWarnings("NEU014")
        UserDto dto = mapper.map(user, UserDto.class);
        return dto;
    }

    // What is suppressed in a method is not suppressed where it is called.
    UserDto passed(User user) {
        //! [NEU014] No mapping from MissingMapping.User to MissingMapping.UserDto. Declare a method for it in an interface with MapStruct's @Mapper, or register one with Mapper.builder().mapping(…). See docs/errors/NEU014.md
        return suppressing(mapper.map(user, UserDto.class));
    }

    @SuppressWarnings("NEU014")
    private static UserDto suppressing(UserDto dto) {
        return dto;
    }

    @SuppressWarnings("NEU014")
    static class Suppressed {
        private static final Mapper MAPPER = Mapper.builder().build();

        static {
            MAPPER.map(new User("Ada"), UserDto.class);
        }
    }

    List<Badge> registered(User user, Pet pet) {
        return List.of(mapper.map(user, Badge.class), mapper.map(pet, Badge.class));
    }

    <T> T anything(Open open, User user, Class<T> target) {
        mapper.map(open, UserDto.class);
        mapper.map("", Integer.class);
        return mapper.map(user, target);
    }
}
