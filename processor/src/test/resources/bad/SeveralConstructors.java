package shop;

import io.neuroglia.handler.EventHandler;

class SeveralConstructors {
    @interface Inject {}

    //! [NEU015] SeveralConstructors.NothingSaysWhich has several constructors, and nothing says which one makes it. Leave one, or mark one with @Inject or @Autowired. See docs/errors/NEU015.md
    static class NothingSaysWhich implements EventHandler<Runnable> {
        NothingSaysWhich(String name) {}

        NothingSaysWhich(int number) {}

        @Override
        public void handle(Runnable event) {}
    }

    //! [NEU015] SeveralConstructors.TwoAreMarked has several constructors, and nothing says which one makes it. Leave one, or mark one with @Inject or @Autowired. See docs/errors/NEU015.md
    static class TwoAreMarked implements EventHandler<Runnable> {
        @Inject
        TwoAreMarked(String name) {}

        @Inject
        TwoAreMarked(int number) {}

        TwoAreMarked() {}

        @Override
        public void handle(Runnable event) {}
    }

    //! [NEU015] SeveralConstructors.MarkedOtherwise has several constructors, and nothing says which one makes it. Leave one, or mark one with @Inject or @Autowired. See docs/errors/NEU015.md
    static class MarkedOtherwise implements EventHandler<Runnable> {
        @SuppressWarnings("unused")
        MarkedOtherwise(String name) {}

        MarkedOtherwise(int number) {}

        @Override
        public void handle(Runnable event) {}
    }
}
