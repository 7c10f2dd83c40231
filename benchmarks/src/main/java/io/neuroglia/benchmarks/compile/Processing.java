package io.neuroglia.benchmarks.compile;

import io.neuroglia.processor.NeurogliaProcessor;
import java.util.List;
import javax.annotation.processing.Processor;

/** Which annotation processor runs. */
public enum Processing {
    /** None: what the compiler itself takes. */
    NONE {
        @Override
        List<Processor> processors() {
            return List.of();
        }
    },
    /** Ours, which checks the handlers, and writes an index and a class of links for each. */
    NEUROGLIA {
        @Override
        List<Processor> processors() {
            return List.of(new NeurogliaProcessor());
        }
    };

    /** New ones: each serves one compilation. */
    abstract List<Processor> processors();
}
