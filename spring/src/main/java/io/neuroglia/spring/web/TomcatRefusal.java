package io.neuroglia.spring.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatusCode;

/** Parameters that Tomcat cannot decode or finds too large. Loaded only when Tomcat is there. */
final class TomcatRefusal {
    private TomcatRefusal() {}

    static boolean is(Throwable exception) {
        return exception instanceof InvalidParameterException;
    }

    static HttpStatusCode statusOf(Throwable refusal) {
        return HttpStatusCode.valueOf(((InvalidParameterException) refusal).getErrorCode());
    }
}
