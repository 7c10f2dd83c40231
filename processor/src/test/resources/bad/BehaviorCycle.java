package shop;

import static io.neuroglia.pipeline.Stage.AUTHORIZE;

import io.neuroglia.handler.NotIndexed;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.RunsAfter;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;

interface BehaviorCycle {
    abstract class Transparent implements PipelineBehavior<Request<?>> {
        @Override
        public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
            return next.handle(request);
        }
    }

    abstract class Authorizing extends Transparent {
        @Override
        public Stage stage() {
            return AUTHORIZE;
        }
    }

    //! [NEU009] The order of these behaviors is a cycle: BehaviorCycle.First after BehaviorCycle.Third after BehaviorCycle.Second after BehaviorCycle.First. Take one of them out of a @RunsAfter. See docs/errors/NEU009.md
    @RunsAfter(Third.class)
    class First extends Authorizing {}

    //! [NEU009] The order of these behaviors is a cycle: BehaviorCycle.Second after BehaviorCycle.First after BehaviorCycle.Third after BehaviorCycle.Second. Take one of them out of a @RunsAfter. See docs/errors/NEU009.md
    @RunsAfter(First.class)
    class Second extends Authorizing {}

    //! [NEU009] The order of these behaviors is a cycle: BehaviorCycle.Third after BehaviorCycle.Second after BehaviorCycle.First after BehaviorCycle.Third. Take one of them out of a @RunsAfter. See docs/errors/NEU009.md
    @RunsAfter({Second.class, Observing.class})
    class Third extends Transparent {
        @Override
        public Stage stage() {
            return Stage.AUTHORIZE;
        }
    }

    //! [NEU009] The order of these behaviors is a cycle: BehaviorCycle.Selfish after BehaviorCycle.Selfish. Take one of them out of a @RunsAfter. See docs/errors/NEU009.md
    @RunsAfter(Selfish.class)
    class Selfish extends Authorizing {}

    //! [NEU009] The order of these behaviors is a cycle: BehaviorCycle.FullyNamed after BehaviorCycle.FullyNamed. Take one of them out of a @RunsAfter. See docs/errors/NEU009.md
    @RunsAfter(FullyNamed.class)
    class FullyNamed extends Transparent {
        @Override
        public Stage stage() {
            return io.neuroglia.pipeline.Stage.OBSERVE;
        }
    }

    // The start-up decides: which stage a constant of another class means, only that class knows.
    final class Stages {
        static final Stage RETRY = Stage.CACHE;
    }

    @RunsAfter(ByOwnConstant.class)
    class ByOwnConstant extends Transparent {
        @Override
        public Stage stage() {
            return Stages.RETRY;
        }
    }

    @RunsAfter(ByOwnFullyNamedConstant.class)
    class ByOwnFullyNamedConstant extends Transparent {
        @Override
        public Stage stage() {
            return BehaviorCycle.Stages.RETRY;
        }
    }

    // Runs after others and before nothing.
    @RunsAfter(Third.class)
    class Unconcerned extends Authorizing {}

    // Another stage decides.
    @RunsAfter(Third.class)
    class Observing extends Transparent {
        @Override
        public Stage stage() {
            return io.neuroglia.pipeline.Stage.OBSERVE;
        }
    }

    // The start-up decides: the stage is computed.
    @RunsAfter(Computed.class)
    class Computed extends Transparent {
        @Override
        public Stage stage() {
            return Stage.valueOf("AUTHORIZE");
        }
    }

    // Whoever registers it by hand decides.
    @NotIndexed
    @RunsAfter(ByHand.class)
    class ByHand extends Authorizing {}
}
