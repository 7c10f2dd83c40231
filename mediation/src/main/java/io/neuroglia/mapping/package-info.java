/**
 * From one class to another, such as from an aggregate to what its clients see: one look-up over all mappings that the
 * compiler found or the application registered.
 *
 * <pre>{@code
 * @Mapper // MapStruct's
 * interface UserMapper {
 *     UserDto toDto(User user);
 * }
 *
 * UserDto dto = mapper.map(user, UserDto.class);
 * }</pre>
 */
@NullMarked
package io.neuroglia.mapping;

import org.jspecify.annotations.NullMarked;
