package io.neuroglia.pizzeria.ordering;

import java.time.LocalTime;

/**
 * When the kitchen takes orders. Open round the clock when both times are equal; past midnight when it closes before it
 * opens.
 *
 * @param opens first minute in which it is open
 * @param closes first minute in which it is closed
 */
record OpeningHours(TimeOfDay opens, TimeOfDay closes) {

    boolean includes(LocalTime time) {
        int minute = time.getHour() * 60 + time.getMinute();
        if (opens.minuteOfDay() < closes.minuteOfDay()) {
            return opens.minuteOfDay() <= minute && minute < closes.minuteOfDay();
        }
        return opens.minuteOfDay() <= minute || minute < closes.minuteOfDay();
    }

    @Override
    public String toString() {
        return opens + " - " + closes;
    }
}
