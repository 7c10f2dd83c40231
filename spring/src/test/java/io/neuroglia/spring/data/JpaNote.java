package io.neuroglia.spring.data;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity of JPA, whose changes are written when JPA thinks it is time. */
@Entity
@Table(name = "note")
@EntityListeners(JpaNoteListener.class)
class JpaNote {
    @Id
    private String text;

    private int read;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected JpaNote() {}

    JpaNote(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    int timesRead() {
        return read;
    }

    void read() {
        read++;
    }
}
