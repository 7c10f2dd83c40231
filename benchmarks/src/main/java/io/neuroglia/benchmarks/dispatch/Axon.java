package io.neuroglia.benchmarks.dispatch;

import io.neuroglia.benchmarks.message.TextHandler;
import io.neuroglia.benchmarks.message.TextRequest;
import io.neuroglia.result.OperationResult;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.MessageHandlerInterceptor;
import org.axonframework.messaging.core.MessageHandlerInterceptorChain;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.configuration.MessagingConfigurer;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.update.UpdateCheckerConfigurationEnhancer;

/** Axon's messaging with its defaults, in memory. */
final class Axon {
    private static final MessageType ANSWER = new MessageType(OperationResult.class);
    private static final List<MessageHandlerInterceptor<CommandMessage>> BEHAVIORS =
            List.of(new Observing(), new Validating(), new Transacting());

    private Axon() {}

    @SuppressWarnings("unchecked") // a handler answers a text
    static Sender sender(Rotation rotation, int behaviors) {
        CommandGateway gateway = started(rotation, behaviors).getComponent(CommandGateway.class);
        TextRequest[] requests = rotation.requestOfTurn();
        return turn -> Objects.requireNonNull(gateway.sendAndWait(requests[turn], OperationResult.class));
    }

    private static AxonConfiguration started(Rotation rotation, int behaviors) {
        CommandHandlingModule.CommandHandlerPhase handlers =
                CommandHandlingModule.named("benchmark").commandHandlers();
        for (int type = 0; type < rotation.requests().size(); type++) {
            handlers.commandHandler(
                    new QualifiedName(rotation.requests().get(type).getClass()),
                    commandHandler(rotation.handlers().get(type)));
        }
        MessagingConfigurer configurer = MessagingConfigurer.create()
                .registerCommandHandlingModule(handlers)
                .componentRegistry(registry -> registry.disableEnhancer(UpdateCheckerConfigurationEnhancer.class));
        BEHAVIORS
                .subList(0, behaviors)
                .forEach(behavior -> configurer.registerCommandHandlerInterceptor(configuration -> behavior));
        AxonConfiguration configuration = configurer.build();
        configuration.start();
        return configuration;
    }

    @SuppressWarnings("unchecked") // registered under the name of its own request
    private static CommandHandler commandHandler(TextHandler<?> textHandler) {
        TextHandler<TextRequest> handler = (TextHandler<TextRequest>) textHandler;
        return (command, context) -> MessageStream.just(new GenericCommandResultMessage(
                ANSWER, handler.handle((TextRequest) Objects.requireNonNull(command.payload()))));
    }

    private static final class Observing implements MessageHandlerInterceptor<CommandMessage> {
        @Override
        public MessageStream<?> interceptOnHandle(
                CommandMessage command,
                ProcessingContext context,
                MessageHandlerInterceptorChain<CommandMessage> chain) {
            return chain.proceed(command, context);
        }
    }

    private static final class Validating implements MessageHandlerInterceptor<CommandMessage> {
        @Override
        public MessageStream<?> interceptOnHandle(
                CommandMessage command,
                ProcessingContext context,
                MessageHandlerInterceptorChain<CommandMessage> chain) {
            return chain.proceed(command, context);
        }
    }

    private static final class Transacting implements MessageHandlerInterceptor<CommandMessage> {
        @Override
        public MessageStream<?> interceptOnHandle(
                CommandMessage command,
                ProcessingContext context,
                MessageHandlerInterceptorChain<CommandMessage> chain) {
            return chain.proceed(command, context);
        }
    }
}
