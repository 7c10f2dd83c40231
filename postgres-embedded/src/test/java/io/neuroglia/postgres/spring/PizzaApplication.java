package io.neuroglia.postgres.spring;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** An application with JPA and Flyway that mentions no database. It stores a pizza and waits to be ended. */
@SpringBootApplication
public class PizzaApplication {

    public static void main(String[] arguments) throws InterruptedException {
        ConfigurableApplicationContext context = SpringApplication.run(
                PizzaApplication.class,
                "--neuroglia.postgres.data-dir=" + Path.of(arguments[0]),
                "--spring.jpa.hibernate.ddl-auto=validate");
        String pizza = arguments[1];
        EntityManager pizzas = context.getBean(EntityManager.class);
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> pizzas.persist(new Pizza(pizza)));
        System.out.println("pizzas: "
                + pizzas.createQuery("select name from Pizza order by name", String.class)
                        .getResultList());
        Thread.currentThread().join();
    }
}
