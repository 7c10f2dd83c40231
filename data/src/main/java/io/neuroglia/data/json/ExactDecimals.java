package io.neuroglia.data.json;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.jdk.NumberSerializer;

/** Writes decimals in full, and refuses those that would have another scale or be too long when they are read. */
final class ExactDecimals extends NumberSerializer {
    ExactDecimals() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(Number value, JsonGenerator out, SerializationContext context) {
        if (value instanceof BigDecimal decimal) {
            requireExact(decimal, out);
        }
        super.serialize(value, out, context);
    }

    private static void requireExact(BigDecimal decimal, JsonGenerator out) {
        if (decimal.scale() < 0) {
            throw DatabindException.from(
                    out,
                    "A decimal of scale " + decimal.scale()
                            + " would be read with scale 0, and not be equal. Give it a scale, such as by setScale(0)");
        }
        int limit = FixedForm.LIMITS.getMaxNumberLength();
        if (Math.max(decimal.precision(), decimal.scale()) > limit) {
            throw DatabindException.from(
                    out,
                    "A decimal of " + decimal.precision() + " digits at scale " + decimal.scale()
                            + " is longer than the " + limit
                            + " digits of a number that are read. Round it, or store it as text");
        }
    }
}
