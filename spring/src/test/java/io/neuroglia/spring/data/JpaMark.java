package io.neuroglia.spring.data;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity that does nothing but be written. */
@Entity
@Table(name = "mark")
class JpaMark {
    @Id
    private String text;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected JpaMark() {}

    JpaMark(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
