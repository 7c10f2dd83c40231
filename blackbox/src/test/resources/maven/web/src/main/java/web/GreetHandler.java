package web;

import io.neuroglia.handler.QueryHandler;
import io.neuroglia.result.OperationResult;
import org.springframework.beans.factory.annotation.Value;

class GreetHandler implements QueryHandler<Greet, String> {
    private final String greeting;

    GreetHandler(@Value("${greeting:Buongiorno}") String greeting) {
        this.greeting = greeting;
    }

    @Override
    public OperationResult<String> handle(Greet query) {
        return OperationResult.ok(greeting + " " + query.name());
    }
}
