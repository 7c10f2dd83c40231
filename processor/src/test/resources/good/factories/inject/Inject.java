package inject;

public @interface Inject {}
