package io.neuroglia.postgres.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Pizza {

    @Id
    private String name;

    /** For JPA. */
    protected Pizza() {}

    Pizza(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
