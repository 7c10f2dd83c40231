package io.neuroglia.pizzeria.menu.web;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.pizzeria.menu.GetMenuQuery;
import io.neuroglia.pizzeria.menu.MenuItem;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.web.ControllerBase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/menu")
class MenuController extends ControllerBase {

    MenuController(Mediator mediator) {
        super(mediator);
    }

    @GetMapping
    OperationResult<List<MenuItem>> menu(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(name = "include_seasonal", defaultValue = "true") boolean includeSeasonal) {
        return mediator().execute(new GetMenuQuery(category, includeSeasonal));
    }
}
