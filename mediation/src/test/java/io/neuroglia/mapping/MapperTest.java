package io.neuroglia.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MapperTest {
    private static final Ada ADA = new Ada();

    private final Mapper mapper = Mapper.builder()
            .mapping(User.class, UserDto.class, user -> new UserDto(user.name()))
            .mapping(User.class, Badge.class, user -> new Badge("user"))
            .mapping(Admin.class, Badge.class, admin -> new Badge("admin"))
            .mapping(Named.class, Label.class, named -> new Label(named.name()))
            .mapping(Aged.class, Age.class, aged -> new Age(aged.years()))
            .mapping(Named.class, Age.class, named -> new Age(-1))
            .build();

    @Nested
    class One_object {

        @Test
        void an_object_is_mapped_by_the_mapping_of_its_class() {
            assertThat(mapper.map(new User("Ada"), UserDto.class)).isEqualTo(new UserDto("Ada"));
        }

        @Test
        void the_mapping_of_its_own_class_goes_before_that_of_its_superclass() {
            assertThat(mapper.map(new Admin("Ada"), Badge.class)).isEqualTo(new Badge("admin"));
        }

        @Test
        void without_one_the_nearest_superclass_decides() {
            assertThat(mapper.map(ADA, Badge.class)).isEqualTo(new Badge("admin"));
            assertThat(mapper.map(ADA, UserDto.class)).isEqualTo(new UserDto("Ada"));
        }

        @Test
        void an_interface_is_a_supertype_like_any_other() {
            assertThat(mapper.map(ADA, Label.class)).isEqualTo(new Label("Ada"));
        }

        @Test
        void of_two_supertypes_that_do_not_know_each_other_none_is_nearest() {
            assertThat(mapper.map(new User("Ada"), Age.class)).isEqualTo(new Age(-1));

            assertThatIllegalStateException()
                    .isThrownBy(() -> mapper.map(ADA, Age.class))
                    .withMessage("Several mappings fit " + Ada.class.getName() + ", and none is nearest: ["
                            + Aged.class.getName() + " to " + Age.class.getName() + ", "
                            + Named.class.getName() + " to " + Age.class.getName()
                            + "]. Declare one for this class.");
        }

        @Test
        void the_target_is_looked_up_exactly() {
            assertThatExceptionOfType(MissingMappingException.class)
                    .isThrownBy(() -> mapper.map(new User("Ada"), Object.class));
        }

        @Test
        void null_is_refused_on_both_sides() {
            Mapper forgetful = Mapper.builder()
                    .mapping(User.class, UserDto.class, user -> null)
                    .build();

            assertThatNullPointerException()
                    .isThrownBy(() -> mapper.map(null, UserDto.class))
                    .withMessage("source");
            assertThatNullPointerException()
                    .isThrownBy(() -> mapper.map(ADA, null))
                    .withMessage("targetType");
            assertThatIllegalStateException()
                    .isThrownBy(() -> forgetful.map(ADA, UserDto.class))
                    .withMessageStartingWith("The mapping from " + User.class.getName() + " to "
                            + UserDto.class.getName() + " answered null.");
        }

        @Test
        void what_a_mapping_throws_reaches_the_caller() {
            ArithmeticException bug = new ArithmeticException();
            Mapper failing = Mapper.builder()
                    .mapping(User.class, UserDto.class, user -> {
                        throw bug;
                    })
                    .build();

            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> failing.map(ADA, UserDto.class))
                    .isSameAs(bug);
        }
    }

    @Nested
    class Many_objects {

        @Test
        void a_list_keeps_its_order_and_each_element_its_own_mapping() {
            List<Badge> badges = mapper.mapAll(List.of(new User("Bob"), ADA, new Admin("Eve")), Badge.class);

            assertThat(badges).containsExactly(new Badge("user"), new Badge("admin"), new Badge("admin"));
            assertThat(badges).isUnmodifiable();
        }

        @Test
        void an_empty_list_stays_empty_though_nothing_maps_it() {
            assertThat(mapper.mapAll(List.of(), Thread.class)).isEmpty();
        }

        @Test
        void a_null_element_is_refused() {
            assertThatNullPointerException()
                    .isThrownBy(() -> mapper.mapAll(Arrays.asList(ADA, null), Badge.class))
                    .withMessage("source");
        }

        @Test
        void streams_and_optionals_take_the_mapping_as_a_function() {
            assertThat(Stream.of(ADA).map(mapper.to(UserDto.class))).containsExactly(new UserDto("Ada"));
            assertThat(Optional.of(ADA).map(mapper.to(UserDto.class))).contains(new UserDto("Ada"));
            assertThat(Optional.<User>empty().map(mapper.to(UserDto.class))).isEmpty();
        }
    }

    @Nested
    class A_missing_mapping {

        @Test
        void it_names_both_classes_and_what_is_near() {
            assertThatExceptionOfType(MissingMappingException.class)
                    .isThrownBy(() -> mapper.map("Ada", UserDto.class))
                    .withMessage("No mapping from java.lang.String to " + UserDto.class.getName()
                            + ". There are: " + User.class.getName() + " to " + UserDto.class.getName()
                            + ". Declare it in an interface with MapStruct's @Mapper and compile that with"
                            + " neuroglia-processor, or register it with Mapper.builder().mapping(…).");
        }

        @Test
        void it_names_where_else_the_source_leads() {
            assertThatExceptionOfType(MissingMappingException.class)
                    .isThrownBy(() -> mapper.map(new Admin("Eve"), Thread.class))
                    .withMessageContaining(Admin.class.getName() + " to " + Badge.class.getName())
                    .withMessageContaining(User.class.getName() + " to " + UserDto.class.getName());
        }

        @Test
        void it_says_no_more_when_nothing_is_near() {
            assertThatExceptionOfType(MissingMappingException.class)
                    .isThrownBy(() -> Mapper.builder().build().map("Ada", Integer.class))
                    .withMessageStartingWith(
                            "No mapping from java.lang.String to java.lang.Integer. Declare it in an interface");
        }
    }

    @Test
    void a_mapping_that_was_found_once_is_called_every_time() {
        AtomicInteger calls = new AtomicInteger();
        Mapper counting = Mapper.builder()
                .mapping(User.class, UserDto.class, user -> new UserDto("" + calls.incrementAndGet()))
                .build();

        assertThat(counting.map(ADA, UserDto.class)).isEqualTo(new UserDto("1"));
        assertThat(counting.map(ADA, UserDto.class)).isEqualTo(new UserDto("2"));
    }

    interface Named {
        String name();
    }

    interface Aged {
        int years();
    }

    static class User implements Named {
        private final String name;

        User(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }
    }

    static class Admin extends User {
        Admin(String name) {
            super(name);
        }
    }

    static final class Ada extends Admin implements Aged {
        Ada() {
            super("Ada");
        }

        @Override
        public int years() {
            return 36;
        }
    }

    record UserDto(String name) {}

    record Badge(String kind) {}

    record Label(String text) {}

    record Age(int years) {}
}
