package io.neuroglia.pizzeria.menu;

import io.neuroglia.caching.Cached;
import io.neuroglia.message.Query;
import io.neuroglia.validation.Validatable;
import io.neuroglia.validation.ValidationResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the menu. It is what is asked for most, the same for everybody, and changed by no command.
 *
 * @param category the name of the only part wanted; null or empty for all
 * @param includeSeasonal whether what is offered for a season only is wanted too
 */
@Cached(minutes = 30, perPrincipal = false)
public record GetMenuQuery(@Nullable String category, boolean includeSeasonal)
        implements Query<List<MenuItem>>, Validatable {

    @Override
    public ValidationResult validate() {
        return ValidationResult.builder()
                .check(wantsAll() || wanted().isPresent(), "category", "Category must be pizza, appetizers or drinks")
                .build();
    }

    boolean includes(PizzaDescription pizza) {
        return (wantsAll() || wanted().filter(pizza.category()::equals).isPresent())
                && (includeSeasonal || !pizza.seasonal());
    }

    private boolean wantsAll() {
        return category == null || category.isEmpty();
    }

    private Optional<Category> wanted() {
        return category == null ? Optional.empty() : Category.named(category);
    }
}
