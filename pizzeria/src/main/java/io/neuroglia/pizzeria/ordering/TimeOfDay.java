package io.neuroglia.pizzeria.ordering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of the day, to the minute; unlike {@link java.time.LocalTime} it knows the midnight at the day's end.
 *
 * @param minuteOfDay 0 to 1440
 */
record TimeOfDay(int minuteOfDay) {
    private static final Pattern FORM = Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)");
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int HALF_DAY = 12;

    /**
     * Reads a time.
     *
     * @param text such as {@code 11:00} or {@code 24:00}
     * @return the time
     * @throws IllegalArgumentException if it is none
     */
    static TimeOfDay of(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            int minutes = Integer.parseInt(form.group(1)) * HOUR + Integer.parseInt(form.group(2));
            if (minutes <= DAY) {
                return new TimeOfDay(minutes);
            }
        }
        throw new IllegalArgumentException("'" + text
                + "' is not a time of the day. Write it like 11:00, from 00:00 to 24:00 (in YAML in quotes).");
    }

    /** As the seed's message writes it: 11 AM, 10:30 PM. */
    @Override
    public String toString() {
        int hour = minuteOfDay / HOUR % 24;
        int minute = minuteOfDay % HOUR;
        String twelve = String.valueOf(hour % HALF_DAY == 0 ? HALF_DAY : hour % HALF_DAY);
        return twelve + (minute == 0 ? "" : ":%02d".formatted(minute)) + (hour < HALF_DAY ? " AM" : " PM");
    }
}
