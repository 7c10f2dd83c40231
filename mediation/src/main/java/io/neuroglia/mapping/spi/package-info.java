/**
 * For generated code only: how the index that the compiler wrote tells the application which mappings exist.
 *
 * <pre>{@code
 * visitor.mapper(UserMapper.class, UserMapperImpl::new);
 * visitor.mapping(User.class, UserDto.class, UserMapper.class, (mapper, source) -> mapper.toDto(source));
 * }</pre>
 */
@NullMarked
package io.neuroglia.mapping.spi;

import org.jspecify.annotations.NullMarked;
