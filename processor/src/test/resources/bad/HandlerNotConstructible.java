package shop;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.message.Request;
import io.neuroglia.result.OperationResult;

class HandlerNotConstructible {
    //! [NEU004] HandlerNotConstructible.Secret is private or lies in a private class, so the application cannot make it. Declare it as a top-level or static nested class that is not private and has a constructor that is not, or mark it @NotIndexed and register it by hand. See docs/errors/NEU004.md
    private static class Secret implements EventHandler<Runnable> {
        @Override
        public void handle(Runnable event) {}
    }

    private static class Around {
        //! [NEU004] HandlerNotConstructible.Around.Hidden is private or lies in a private class, so the application cannot make it. Declare it as a top-level or static nested class that is not private and has a constructor that is not, or mark it @NotIndexed and register it by hand. See docs/errors/NEU004.md
        static class Hidden implements EventHandler<Runnable> {
            @Override
            public void handle(Runnable event) {}
        }
    }

    //! [NEU004] HandlerNotConstructible.Inner is an inner class, so the application cannot make it. Declare it as a top-level or static nested class that is not private and has a constructor that is not, or mark it @NotIndexed and register it by hand. See docs/errors/NEU004.md
    class Inner implements EventHandler<Runnable> {
        @Override
        public void handle(Runnable event) {}
    }

    //! [NEU004] HandlerNotConstructible.Constant is an enum, so the application cannot make it. Declare it as a top-level or static nested class that is not private and has a constructor that is not, or mark it @NotIndexed and register it by hand. See docs/errors/NEU004.md
    enum Constant implements EventHandler<Runnable> {
        ONLY;

        @Override
        public void handle(Runnable event) {}
    }

    //! [NEU004] HandlerNotConstructible.Closed is a class with private constructors only, so the application cannot make it. Declare it as a top-level or static nested class that is not private and has a constructor that is not, or mark it @NotIndexed and register it by hand. See docs/errors/NEU004.md
    static class Closed implements EventHandler<Runnable> {
        private Closed() {}

        @Override
        public void handle(Runnable event) {}
    }

    //! [NEU004] HandlerNotConstructible.InnerBehavior is an inner class, so the application cannot make it. Declare it as a top-level or static nested class that is not private and has a constructor that is not, or mark it @NotIndexed and register it by hand. See docs/errors/NEU004.md
    class InnerBehavior implements PipelineBehavior<Request<?>> {
        @Override
        public Stage stage() {
            return Stage.OBSERVE;
        }

        @Override
        public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
            return next.handle(request);
        }
    }
}
