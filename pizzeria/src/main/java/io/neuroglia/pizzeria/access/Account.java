package io.neuroglia.pizzeria.access;

/** Who may log in, with a hash of the password. */
record Account(String name, String passwordHash, Role role) {

    /** Without the hash. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
