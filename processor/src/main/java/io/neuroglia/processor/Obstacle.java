package io.neuroglia.processor;

/** Why a class cannot stand in the index, or must not. */
enum Obstacle {
    /** Its author keeps it out. */
    NOT_INDEXED,
    /** It or a class around it is private. */
    PRIVATE,
    /** Each of its instances belongs to one of the enclosing class. */
    INNER,
    /** The Java runtime makes its instances. */
    ENUM,
    /** The rest of its package cannot call any of its constructors. */
    NO_CONSTRUCTOR,
    /** It has several constructors, and nothing says which to call. */
    SEVERAL_CONSTRUCTORS,
    /** It declares type parameters, or the class around it that it belongs to does. */
    TYPE_PARAMETERS,
    /** It handles a raw type, an array or a type variable. */
    NO_MESSAGE,
    /** It handles a type with type arguments. */
    MESSAGE_WITH_TYPE_ARGUMENTS,
    /** It handles a type that the rest of its package cannot name. */
    HIDDEN_MESSAGE,
    /** It handles requests by a common supertype. */
    COMMON_SUPERTYPE,
    /** It is a request that can have subclasses. */
    NOT_FINAL,
    /** It is a request that leaves out the type of its answer. */
    NO_ANSWER,
    /** It answers something else than its request says, which the compiler itself complains of. */
    OTHER_ANSWER
}
