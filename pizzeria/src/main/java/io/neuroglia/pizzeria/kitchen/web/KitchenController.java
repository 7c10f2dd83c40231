package io.neuroglia.pizzeria.kitchen.web;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.pizzeria.kitchen.KitchenMessage;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.web.ControllerBase;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KitchenController extends ControllerBase {

    KitchenController(Mediator mediator) {
        super(mediator);
    }

    @PutMapping(path = "/api/orders/{id}/cook", consumes = MediaType.APPLICATION_JSON_VALUE)
    OperationResult<KitchenMessage> cook(@PathVariable String id, @RequestBody StartCookingBody body) {
        return mediator().execute(body.toCommand(id));
    }
}
