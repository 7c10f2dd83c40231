package io.neuroglia.pizzeria.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the simulated SMS gateway behaves.
 *
 * @param delay how long a message takes
 * @param failureRate the share of messages that fail, 0 to 1
 */
@ConfigurationProperties("pizzeria.sms")
record SmsSettings(Duration delay, double failureRate) {
    SmsSettings {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("pizzeria.sms.delay must not be negative but is " + delay);
        }
        if (!(failureRate >= 0 && failureRate <= 1)) {
            throw new IllegalArgumentException("pizzeria.sms.failure-rate must be 0 to 1 but is " + failureRate);
        }
    }
}
