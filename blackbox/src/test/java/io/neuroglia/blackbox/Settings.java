package io.neuroglia.blackbox;

/** What the build around these tests tells them. */
final class Settings {
    private Settings() {}

    static String of(String name) {
        String value = System.getProperty("blackbox." + name);
        if (value == null) {
            throw new IllegalStateException("blackbox." + name + " is not set: run mvn verify, which sets it.");
        }
        return value;
    }
}
