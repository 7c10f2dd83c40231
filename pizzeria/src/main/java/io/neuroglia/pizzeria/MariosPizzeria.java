package io.neuroglia.pizzeria;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the pizzeria. */
@SpringBootApplication(proxyBeanMethods = false)
public final class MariosPizzeria {

    /** Called by Spring. */
    MariosPizzeria() {}

    /**
     * Starts the pizzeria.
     *
     * @param settings as {@code --name=value}
     */
    public static void main(String[] settings) {
        SpringApplication.run(MariosPizzeria.class, settings);
    }
}
