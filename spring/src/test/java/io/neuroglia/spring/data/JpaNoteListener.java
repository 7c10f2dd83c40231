package io.neuroglia.spring.data;

import io.neuroglia.spring.data.JpaTransactionsIT.Noted;
import io.neuroglia.transaction.UnitOfWork;
import jakarta.persistence.PreUpdate;
import org.springframework.beans.factory.ObjectProvider;

/** Raises an event when JPA writes, which is as late as just before the commit. Made by Spring. */
class JpaNoteListener {
    private final ObjectProvider<UnitOfWork> unitOfWork;

    JpaNoteListener(ObjectProvider<UnitOfWork> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @PreUpdate
    void updated(JpaNote note) {
        unitOfWork.getObject().raise(new Noted("updated " + note.text()));
    }
}
