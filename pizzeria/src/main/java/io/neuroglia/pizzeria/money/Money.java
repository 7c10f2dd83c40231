package io.neuroglia.pizzeria.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An amount in the pizzeria's currency, in whole cents. Written as a decimal string such as {@code "16.89"}, on the wire
 * and in the database, so that it never passes through floating point.
 *
 * @param amount always with two decimals
 */
public record Money(BigDecimal amount) {
    /** Nothing. */
    public static final Money ZERO = of("0.00");

    private static final int CENTS = 2;

    /** Rounds half-up to cents. */
    public Money {
        amount = amount.setScale(CENTS, RoundingMode.HALF_UP);
    }

    /**
     * An amount.
     *
     * @param amount a decimal number such as {@code 12.99}
     * @return the amount, rounded to cents
     * @throws NumberFormatException if it is not a number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    /**
     * The sum of amounts.
     *
     * @param amounts any number of them
     * @return their sum
     */
    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    /**
     * Adds an amount.
     *
     * @param other the other amount
     * @return the sum
     */
    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    @Override
    @JsonValue
    public String toString() {
        return amount.toPlainString();
    }
}
